import { DatePickerInput, type DatePickerInputProps } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { day as written } from "@/lib/format";
import { texts } from "@/texts";

type Props = Omit<DatePickerInputProps<"default">, "value" | "onChange" | "type"> & {
  /** A calendar day (`2026-11-23`), or null. */
  value: string | null;
  onChange: (day: string | null) => void;
};

/** A field for a calendar day, which belongs to no time zone. */
export function DayInput({ value, onChange, ...rest }: Props) {
  return (
    <DatePickerInput
      value={value}
      onChange={(day) => onChange(day)}
      valueFormatter={() => (value ? written(value) : "")}
      highlightToday
      hideOutsideDates
      ariaLabels={texts.day}
      firstDayOfWeek={1}
      {...rest}
    />
  );
}
