import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { usePhone } from "@/ui/usePhone";
import classes from "../fields/dialogs.module.css";
import { NewLeadForm } from "./NewLeadForm";

/** A new lead, typed in without leaving the page. */
export function NewLeadDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      fullScreen={usePhone()}
      title={texts.leads.newLead}
      classNames={{ title: classes.title }}
      closeButtonProps={{ "aria-label": texts.ui.close }}
      transitionProps={{ duration: 0 }}
    >
      <NewLeadForm onClose={onClose} />
    </Modal>
  );
}
