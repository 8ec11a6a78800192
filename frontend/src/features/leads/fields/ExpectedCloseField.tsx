import { addDays } from "@/lib/days";
import { day as dayInWords } from "@/lib/format";
import { texts } from "@/texts";
import { DayChoice } from "@/ui/inplace/DayChoice";
import { OnlyShown } from "@/ui/inplace/Shown";
import { useStages } from "@/workspace/reference";
import { useToday } from "@/workspace/today";
import { useChangeLead } from "../queries";
import type { FieldProps } from "./fieldProps";
import classes from "./fields.module.css";
import { rightsTo } from "./rights";

/** When the deal is expected to close, which the forecast goes by. */
export function ExpectedCloseField({ lead, startOpened, onClosed }: FieldProps) {
  const today = useToday();
  const change = useChangeLead(lead.id);
  const on = lead.expected_close_on;
  const stages = useStages();
  const place = (key: string) => stages.findIndex((stage) => stage.key === key);
  const proposal = stages.findIndex((stage) => stage.is_proposal);
  const isProposed = lead.outcome === "open" && proposal >= 0 && place(lead.stage) >= proposal;
  const shown = (
    <span className={on ? classes.amount : classes.soft}>
      {on ? dayInWords(on) : texts.ui.none}
    </span>
  );
  if (!rightsTo(lead).edit) return <OnlyShown>{shown}</OnlyShown>;
  const expect = (expected_close_on: string | null) =>
    change.mutate({ change: { expected_close_on }, shown: { expected_close_on } });
  return (
    <DayChoice
      label={texts.leads.fieldNames.expected_close_on}
      value={on}
      near={[
        { label: texts.leads.inDays(14), day: addDays(today, 14) },
        { label: texts.leads.inDays(30), day: addDays(today, 30) },
        { label: texts.leads.inDays(60), day: addDays(today, 60) },
      ]}
      onChoose={expect}
      // From the proposal stage on every deal has one, which the server holds.
      onClear={isProposed ? undefined : () => expect(null)}
      clear={texts.leads.clear}
      startOpened={startOpened}
      onClosed={onClosed}
    >
      {shown}
    </DayChoice>
  );
}
