import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Refusal } from "@/lib/problem";
import { texts } from "@/texts";

const LONG_ENOUGH_TO_UNDO = 8_000;
const latest = new Map<string, string>();

/**
 * Says that something was done, with a way back where the server has one, or a way on; the latest
 * word about something takes the place of an earlier one.
 */
export function sayDone(message: string, next?: (() => void) | WayOn, about?: string) {
  if (about) notifications.hide(latest.get(about) ?? "");
  const way = typeof next === "function" ? { label: texts.ui.undo, act: next } : next;
  const id = notifications.show({
    message: way ? <WithAct message={message} label={way.label} act={() => follow()} /> : message,
    withBorder: true,
    autoClose: way ? LONG_ENOUGH_TO_UNDO : undefined,
  });
  if (about) latest.set(about, id);
  const follow = () => {
    notifications.hide(id);
    way?.act();
  };
}

/** A way on from a toast, with its words. */
export type WayOn = { label: string; act: () => void };

/** Says why something did not go through, with a way on where there is one; stays until closed. */
export function sayRefused(refusal: Pick<Refusal, "detail">, wayOn?: WayOn) {
  const id = notifications.show({
    title: texts.ui.notDone,
    message: wayOn ? (
      <WithAct message={refusal.detail} label={wayOn.label} act={() => goOn()} />
    ) : (
      refusal.detail
    ),
    color: "red",
    withBorder: true,
    autoClose: false,
    role: "alert",
  });
  const goOn = () => {
    notifications.hide(id);
    wayOn?.act();
  };
}

function WithAct({ message, label, act }: WayOn & { message: string }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="subtle" onClick={act}>
        {label}
      </Button>
    </Group>
  );
}
