import { Modal } from "@mantine/core";
import { texts } from "@/texts";
import classes from "../fields/dialogs.module.css";
import { NewLeadForm } from "./NewLeadForm";

/** A new lead, typed in without leaving the page. */
export function NewLeadDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={texts.leads.newLead}
      classNames={{ title: classes.title }}
      transitionProps={{ duration: 0 }}
    >
      <NewLeadForm onClose={onClose} />
    </Modal>
  );
}
