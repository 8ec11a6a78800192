import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";

type Props = {
  title: string;
  /** What will happen. */
  text: string;
  act: string;
  isDangerous?: boolean;
  isPending: boolean;
  error: unknown;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** A decision that takes a word: what will happen, what is asked, and the server's answer. */
export function ActDialog({
  title,
  text,
  act,
  isDangerous,
  error,
  onAct,
  onClose,
  ...rest
}: Props) {
  const refusal = error ? refusalOf(error) : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": texts.ui.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="var(--ink-soft)">
            {text}
          </Text>
          {rest.children}
          {refusal && Object.keys(refusal.fields).length === 0 ? (
            <Refused refusal={refusal} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.ui.cancel}
            </Button>
            <Button
              type="submit"
              color={isDangerous ? "red" : undefined}
              loading={rest.isPending}
              data-autofocus={rest.children ? undefined : true}
            >
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
