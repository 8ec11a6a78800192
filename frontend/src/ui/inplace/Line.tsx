import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { AmountInput } from "../AmountInput";
import classes from "./inplace.module.css";
import { Shown } from "./Shown";

type Props = {
  label: string;
  value: string;
  /** Takes what was typed, and the value that stood there when the typing began. */
  onSave: (typed: string, began: string) => void;
  /** How many decimals an amount has; without it the value is text. */
  decimals?: number;
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

type OpenProps = Pick<Props, "label" | "value" | "decimals" | "onSave"> & {
  close: (byKey: boolean) => void;
};

function Open({ label, value, decimals, onSave, close }: OpenProps) {
  const [began] = useState(value);
  const [draft, write] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (save: boolean, byKey: boolean) => {
    if (isDone.current) return;
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
  if (decimals === undefined)
    return (
      <TextInput {...input} value={draft} onChange={(event) => write(event.currentTarget.value)} />
    );
  return (
    <AmountInput
      {...input}
      className={`${classes.input} ${classes.amount}`}
      decimalScale={decimals}
      value={draft}
      onChange={write}
    />
  );
}
