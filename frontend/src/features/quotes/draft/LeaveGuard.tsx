import { Button, Group, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { Refusal } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";

type Props = {
  save: () => Promise<boolean>;
  isDirty: () => boolean;
  refusal: Refusal | undefined;
};

/** Saves before one leaves the page, and asks where that could not be done. */
export function LeaveGuard({ save, isDirty, refusal }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: async () => isDirty() && !(await save()),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  const isBlocked = blocker.status === "blocked";
  return (
    <Modal
      opened={isBlocked}
      onClose={() => blocker.reset?.()}
      title={texts.quotes.leaveTitle}
      closeButtonProps={{ "aria-label": texts.ui.close }}
    >
      <Text size="sm">{texts.quotes.leaveText}</Text>
      <Text size="sm" c="var(--bad)">
        {refusal?.detail}
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {texts.quotes.leave}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {texts.quotes.stay}
        </Button>
      </Group>
    </Modal>
  );
}
