import { Refused } from "@/ui/Refused";
import { Meanwhile } from "./Meanwhile";
import type { RecordForm } from "./useRecordForm";

type Props<Values extends Record<string, unknown>> = {
  record: Pick<RecordForm<Values>, "theirs" | "refusal">;
  /** The fields' names for the person at the screen. */
  labels: Record<string, string>;
};

/** What stood against saving a form: a colleague's edit meanwhile, or a rule. */
export function Outcome<Values extends Record<string, unknown>>({ record, labels }: Props<Values>) {
  const theirs = record.theirs.map((field) => labels[field] ?? field).join(", ");
  return (
    <>
      {theirs ? <Meanwhile fields={theirs} /> : null}
      {record.refusal ? <Refused refusal={record.refusal} /> : null}
    </>
  );
}
