import { NumberInput, type NumberInputProps } from "@mantine/core";

type Props = Omit<NumberInputProps, "value" | "onChange" | "valueIsNumericString"> & {
  /** An exact decimal, as the server writes it; empty for none. */
  value: string;
  onChange: (value: string) => void;
};

const parts = new Intl.NumberFormat().formatToParts(12_345.6);
const sign = (type: "group" | "decimal") => parts.find((part) => part.type === type)?.value;

/** A field for amounts, prices, quantities and percentages: text in, text out, never a float. */
export function AmountInput({ value, onChange, ...rest }: Props) {
  return (
    <NumberInput
      hideControls
      allowNegative={false}
      decimalScale={2}
      thousandSeparator={sign("group") ?? ","}
      decimalSeparator={sign("decimal") ?? "."}
      value={value}
      onValueChange={(typed) => onChange(typed.value)}
      {...rest}
    />
  );
}
