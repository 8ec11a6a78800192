import { Button, Stack, Text } from "@mantine/core";
import type { OpenOffers } from "@/api/types.gen";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import classes from "./dialogs.module.css";

type Props = {
  /** Why the server asks, in its words. */
  detail: string;
  onWin: (openQuotes: OpenOffers) => void;
  onClose: () => void;
};

/** Asks what becomes of a quote that is still open when its lead is won without it. */
export function WinDialog({ detail, onWin, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.leads.winTitle}
      classNames={{ title: classes.title }}
      closeButtonProps={{ "aria-label": texts.ui.close }}
      transitionProps={{ duration: 0 }}
      zIndex={340}
    >
      <Text size="sm" mb="md">
        {detail}
      </Text>
      <Stack gap="xs">
        <Button onClick={() => onWin("keep")} data-autofocus>
          {texts.leads.winKeep}
        </Button>
        <Button variant="default" onClick={() => onWin("withdraw")}>
          {texts.leads.winWithdraw}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
      </Stack>
    </Modal>
  );
}
