import { TextInput, Tooltip } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { AmountInput, isAmount } from "../AmountInput";
import classes from "./inplace.module.css";
import { Shown } from "./Shown";

type Props = {
  label: string;
  value: string;
  /** Takes what was typed, and the value that stood there when the typing began. */
  onSave: (typed: string, began: string) => void;
  /** What is typed must be a number; otherwise it is text. */
  isNumber?: boolean;
  startOpened?: boolean;
  onClosed?: () => void;
  /** The value as it is shown while closed. */
  children: ReactNode;
};

/** One line of text, or an amount, edited in place: Enter and leaving save, Escape takes back. */
export function Line({ startOpened = false, onClosed, children, ...rest }: Props) {
  const [opened, open] = useState(startOpened);
  const shown = useRef<HTMLButtonElement>(null);
  const wasByKey = useRef(false);
  useEffect(() => {
    if (opened || !wasByKey.current) return;
    wasByKey.current = false;
    shown.current?.focus();
  }, [opened]);
  const close = (byKey: boolean) => {
    wasByKey.current = byKey;
    open(false);
    onClosed?.();
  };
  if (opened) return <Open {...rest} close={close} />;
  return (
    <Shown ref={shown} label={rest.label} onClick={() => open(true)}>
      {children}
    </Shown>
  );
}

type OpenProps = Pick<Props, "label" | "value" | "isNumber" | "onSave"> & {
  close: (byKey: boolean) => void;
};

function Open({ label, value, isNumber, onSave, close }: OpenProps) {
  const [began] = useState(value);
  const [draft, write] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (save: boolean, byKey: boolean) => {
    // What is no number stays open with its reason, since leaving it would lose it.
    if (isDone.current || (save && isNumber && !isAmount(draft.trim()))) return;
    isDone.current = true;
    const typed = draft.trim();
    // A value that a colleague changed under an open field is not put back by leaving it.
    if (save && typed !== began && typed !== value) onSave(typed, began);
    close(byKey);
  };
  const input = {
    ref: field,
    size: "xs",
    className: classes.input,
    "aria-label": label,
    onBlur: () => leave(true, false),
    onKeyDown: (event: KeyboardEvent) => {
      event.stopPropagation();
      const isEnter = event.key === "Enter" && !event.nativeEvent.isComposing;
      if (!isEnter && event.key !== "Escape") return;
      // Else the same key press would reach the value, which has the focus next.
      event.preventDefault();
      leave(isEnter, true);
    },
  } as const;
  if (!isNumber)
    return (
      <TextInput {...input} value={draft} onChange={(event) => write(event.currentTarget.value)} />
    );
  const isNone = !isAmount(draft.trim());
  return (
    // A cell has no room for a line below it.
    <Tooltip label={texts.ui.notANumber} opened={isNone} position="bottom-end" withArrow>
      <AmountInput
        {...input}
        className={`${classes.input} ${classes.amount}`}
        error={isNone}
        value={draft}
        onChange={write}
      />
    </Tooltip>
  );
}
