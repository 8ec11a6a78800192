import { Modal as Dialog, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";

/**
 * A dialog that gives the focus back to what had it, also where the dialog is drawn only while it is
 * open and so is gone before it could do that by closing.
 */
export function Modal(props: ModalProps) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => giveFocusTo(before), [before]);
  return <Dialog {...props} />;
}

// What closed the dialog may have put the focus elsewhere, or taken the element away.
function giveFocusTo(element: Element | null) {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    if (element instanceof HTMLElement && element.isConnected) element.focus();
  });
}
