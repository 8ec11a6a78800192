import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Refusal } from "@/lib/problem";
import { texts } from "@/texts";

const LONG_ENOUGH_TO_UNDO = 8_000;

/** Says that something was done, with a way back where the server has one. */
export function sayDone(message: string, undo?: () => void) {
  const id = notifications.show({
    message: undo ? <WithUndo message={message} undo={() => takeBack()} /> : message,
    withBorder: true,
    autoClose: undo ? LONG_ENOUGH_TO_UNDO : undefined,
  });
  const takeBack = () => {
    notifications.hide(id);
    undo?.();
  };
}

/** Says why something did not go through; stays until it is closed. */
export function sayRefused(refusal: Refusal) {
  notifications.show({
    title: texts.common.notDone,
    message: refusal.detail,
    color: "red",
    withBorder: true,
    autoClose: false,
    role: "alert",
  });
}

function WithUndo({ message, undo }: { message: string; undo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="subtle" onClick={undo}>
        {texts.common.undo}
      </Button>
    </Group>
  );
}
