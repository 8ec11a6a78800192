import { texts } from "@/texts";
import { Line } from "@/ui/inplace/Line";
import { OnlyShown } from "@/ui/inplace/Shown";
import { useTypedOver } from "../queries";
import type { FieldProps } from "./fieldProps";
import classes from "./fields.module.css";
import { rightsTo } from "./rights";

type Props = FieldProps & { name: "title" | "source" | "external_id" | "lost_note" };

/** One line of text of a lead; an emptied title stays what it was, since a lead always has one. */
export function TextField({ lead, name, startOpened, onClosed }: Props) {
  const typedOver = useTypedOver(lead.id);
  const value = lead[name];
  const shown = (
    <span className={value ? classes.text : classes.soft}>{value ?? texts.ui.none}</span>
  );
  if (!rightsTo(lead).edit) return <OnlyShown>{shown}</OnlyShown>;
  const save = (typed: string, began: string) => {
    if (name === "title" && !typed) return;
    const text = typed || null;
    typedOver({ change: { [name]: text }, shown: { [name]: text } }, { [name]: began || null });
  };
  return (
    <Line
      label={texts.leads.fieldNames[name]}
      value={value ?? ""}
      onSave={save}
      startOpened={startOpened}
      onClosed={onClosed}
    >
      {shown}
    </Line>
  );
}
