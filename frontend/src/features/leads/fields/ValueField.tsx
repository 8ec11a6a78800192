import { money } from "@/lib/format";
import { texts } from "@/texts";
import { Line } from "@/ui/inplace/Line";
import { OnlyShown } from "@/ui/inplace/Shown";
import { useTypedOver } from "../queries";
import type { FieldProps } from "./fieldProps";
import classes from "./fields.module.css";
import { rightsTo } from "./rights";

/** What the lead is worth before tax, in the workspace's currency. */
export function ValueField({ lead, startOpened, onClosed }: FieldProps) {
  const save = useTypedOver(lead.id);
  const shown = <span className={classes.amount}>{money(lead.value, lead.currency)}</span>;
  if (!rightsTo(lead).edit) return <OnlyShown>{shown}</OnlyShown>;
  return (
    <Line
      label={texts.leads.fieldNames.value}
      value={lead.value}
      isNumber
      onSave={(typed, began) => {
        const value = typed || "0";
        save({ change: { value }, shown: { value } }, { value: began });
      }}
      startOpened={startOpened}
      onClosed={onClosed}
    >
      {shown}
    </Line>
  );
}
