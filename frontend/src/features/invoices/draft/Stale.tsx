import { Alert, Button, Group } from "@mantine/core";
import { texts } from "@/texts";
import type { Conflict } from "./conflict";

const words = texts.invoices;

type Props = { conflict: Conflict; onResolve: (keepMine: boolean) => void };

/** Somebody else saved this draft meanwhile: what of it was taken over, and what is to be decided. */
export function Stale({ conflict, onResolve }: Props) {
  const isDisputed = conflict.both.length > 0;
  return (
    <Alert
      color="orange"
      variant="outline"
      mb="md"
      role="alert"
      title={words.staleTitle(conflict.by)}
    >
      {conflict.took.length > 0 ? <p>{words.staleTook(named(conflict.took))}</p> : null}
      {isDisputed ? <p>{words.staleBoth(named(conflict.both))}</p> : null}
      <Group gap="xs" mt="xs">
        {isDisputed ? (
          <>
            <Button size="xs" onClick={() => onResolve(true)}>
              {words.keepMine}
            </Button>
            <Button size="xs" variant="default" onClick={() => onResolve(false)}>
              {words.takeTheirs}
            </Button>
          </>
        ) : (
          <Button size="xs" variant="default" onClick={() => onResolve(true)}>
            {words.understood}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function named(parts: string[]): string {
  return [...new Set(parts.map((part) => words.fields[part] ?? part))].join(", ");
}
