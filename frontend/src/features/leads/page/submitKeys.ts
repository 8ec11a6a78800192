import type { KeyboardEvent } from "react";

/** Enter saves, Ctrl Enter (or Shift Enter) begins a new line, Escape leaves. */
export const submitKeys =
  (save: () => void, leave?: () => void) => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape" && leave) {
      event.stopPropagation();
      leave();
    }
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) document.execCommand("insertText", false, "\n");
    else save();
  };
