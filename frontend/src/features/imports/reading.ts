import type { ImportReport, Target } from "@/api/types.gen";
import { texts } from "@/texts";
import type { Reading } from "./queries";

export const LEFT_OUT = "ignore";

/** A choice for a column: every field of the target, and to leave it out. */
export function fieldChoices(target: Target): { value: string; label: string }[] {
  const fields = Object.entries(texts.imports.fields[target]);
  const choices = fields.map(([value, label]) => ({ value, label }));
  return [...choices, { value: LEFT_OUT, label: texts.imports.leftOut }];
}

/** What a column becomes: as the reader said, else as the server recognised it. */
export function fieldOf(heading: string, report: ImportReport, reading: Reading): string {
  return reading.map[heading] ?? report.columns[heading] ?? LEFT_OUT;
}

/** Their names of stages that are not ours, as the refused rows tell them. */
export function unknownStages(report: ImportReport, reading: Reading): string[] {
  const refused = report.errors.filter(
    ({ column, value }) => column && value && fieldOf(column, report, reading) === "stage",
  );
  const said = Object.keys(reading.stage ?? {});
  return [...new Set([...said, ...refused.map(({ value }) => value ?? "")])];
}
