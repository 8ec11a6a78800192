import type { ImportReport, Target } from "@/api/types.gen";
import { texts } from "@/texts";
import type { Reading } from "./queries";

export const LEFT_OUT = "ignore";

/** What the server makes of one column of dates: closed where the deal is, else expected. */
const BY_OUTCOME = { value: "close_date", label: texts.imports.closedOrExpected };

/** A choice for a column: every field of the target, and to leave it out. */
export function fieldChoices(target: Target): { value: string; label: string }[] {
  const fields = Object.entries(texts.imports.fields[target]);
  const choices = fields.map(([value, label]) => ({ value, label }));
  return [
    ...choices,
    ...(target === "leads" ? [BY_OUTCOME] : []),
    { value: LEFT_OUT, label: texts.imports.leftOut },
  ];
}

/** What a column becomes: as the reader said, else as the server recognised it. */
export function fieldOf(heading: string, report: ImportReport, reading: Reading): string {
  return reading.map[heading] ?? report.columns[heading] ?? LEFT_OUT;
}

/** The reading with a column said to be something; what the server does by itself is not said. */
export function withColumn(reading: Reading, heading: string, field: string): Reading {
  const { [heading]: _, ...others } = reading.map;
  return { ...reading, map: field === BY_OUTCOME.value ? others : { ...others, [heading]: field } };
}

/** Their names of stages that are not ours, as the refused rows tell them. */
export function unknownStages(report: ImportReport): string[] {
  const ofStages = report.errors.filter(({ column }) => report.columns[column ?? ""] === "stage");
  return [...new Set(ofStages.flatMap(({ value }) => (value ? [value] : [])))];
}
