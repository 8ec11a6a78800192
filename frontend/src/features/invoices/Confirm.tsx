import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";

type Props = {
  title: string;
  text: string;
  act: string;
  isDangerous?: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks before something that cannot be taken back, and says what will happen. */
export function Confirm({ title, text, act, isDangerous, isBusy, ...rest }: Props) {
  return (
    <Modal opened onClose={rest.onClose} title={title}>
      <Text size="sm" mb="md">
        {text}
      </Text>
      {rest.children}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={rest.onClose}>
          {texts.ui.cancel}
        </Button>
        <Button
          color={isDangerous ? "red.9" : undefined}
          loading={isBusy}
          onClick={rest.onConfirm}
          data-autofocus
        >
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
