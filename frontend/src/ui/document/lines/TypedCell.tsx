import { type FocusEvent, useLayoutEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import classes from "./LinesEditor.module.css";
import type { Column } from "./rows";

export type CellProps = {
  column: Column;
  label: string;
  /** What the server says of this cell. */
  complaint?: string;
  placeholder?: string;
};

type Props = CellProps & {
  /** The value while nobody edits it, and as it is edited. */
  shown: string;
  edited: string;
  /** Takes what was typed; false where it means nothing. */
  onType: (text: string) => boolean;
  isText?: boolean;
};

/** One cell: all of it is chosen when it is entered, and what means nothing is put back. */
export function TypedCell({ column, label, complaint, shown, edited, onType, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnderstood, understand] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  const isEditing = typed !== null;
  useLayoutEffect(() => {
    if (isEditing) input.current?.select();
  }, [isEditing]);
  const leave = () => {
    setTyped(null);
    understand(true);
  };
  const type = (text: string) => {
    setTyped(text);
    understand(onType(text));
  };
  return (
    <input
      ref={input}
      className={rest.isText ? classes.input : classes.number}
      data-col={column}
      aria-label={label}
      aria-invalid={!isUnderstood || complaint ? true : undefined}
      title={isUnderstood ? complaint : texts.ui.notANumber}
      inputMode={rest.isText ? "text" : "decimal"}
      autoComplete="off"
      placeholder={rest.placeholder}
      value={typed ?? shown}
      onFocus={() => setTyped(edited)}
      onBlur={leave}
      onMouseDown={(event) => chooseAll(event)}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

// A click into a cell chooses all of it, as in a spreadsheet; a second click sets the caret.
function chooseAll(
  event: { currentTarget: HTMLInputElement } & Pick<FocusEvent, "preventDefault">,
) {
  if (document.activeElement === event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.focus();
}
