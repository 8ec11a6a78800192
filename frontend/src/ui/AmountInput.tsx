import { TextInput, type TextInputProps } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { type Ref, useLayoutEffect, useRef, useState } from "react";
import { editable, exact, exactAmount, written } from "@/lib/decimals";
import { texts } from "@/texts";

type Props = Omit<TextInputProps, "value" | "onChange"> & {
  /** An exact decimal, as the server writes it; empty for none. */
  value: string;
  /** Takes the decimal, or what was typed where that is none, so that the server refuses it too. */
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
};

/**
 * A field for amounts, prices and percentages: text in, text out, never a float.
 *
 * Numbers are read as people write and paste them (`12,345.67`, `12.345,67 €`); all of it is chosen
 * when the field is entered, and what is no number stays and is called so.
 */
export function AmountInput({ value, onChange, onFocus, onBlur, error, ref, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isEditing = typed !== null;
  useLayoutEffect(() => {
    if (isEditing) input.current?.select();
  }, [isEditing]);
  const isNumber = isAmount(value);
  const type = (text: string) => {
    setTyped(text);
    onChange(exactAmount(text) ?? text.trim());
  };
  return (
    <TextInput
      ref={useMergedRef(input, ref)}
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed ?? (isNumber ? shown(value) : value)}
      onFocus={(event) => {
        setTyped(isNumber ? editable(value) : value);
        onFocus?.(event);
      }}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      error={error ?? (isNumber ? undefined : texts.ui.notANumber)}
    />
  );
}

/** Whether there is a number in the field, or nothing. */
export const isAmount = (value: string) => value === "" || exact(value) !== null;

const shown = (value: string) => written(value, value.split(".")[1]?.length ?? 0);
