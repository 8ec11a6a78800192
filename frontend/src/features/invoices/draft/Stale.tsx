import { Button } from "@mantine/core";
import { texts } from "@/texts";
import type { Conflict } from "./conflict";
import classes from "./Stale.module.css";

const words = texts.invoices;

type Props = { conflict: Conflict; onResolve: (keepMine: boolean) => void };

/** Somebody else saved this draft meanwhile: what of it was taken over, and what is to be decided. */
export function Stale({ conflict, onResolve }: Props) {
  const isDisputed = conflict.both.length > 0;
  return (
    <div className={classes.stale} role="alert">
      <span className={classes.title}>{words.staleTitle(conflict.by)}</span>
      {conflict.took.length > 0 ? <p>{words.staleTook(named(conflict.took))}</p> : null}
      {isDisputed ? <p>{words.staleBoth(named(conflict.both))}</p> : null}
      <div className={classes.acts}>
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
      </div>
    </div>
  );
}

function named(parts: string[]): string {
  return [...new Set(parts.map((part) => words.fields[part] ?? part))].join(", ");
}
