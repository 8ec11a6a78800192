import { texts } from "@/texts";
import { Choice } from "@/ui/inplace/Choice";
import { OnlyShown } from "@/ui/inplace/Shown";
import { usePeople } from "@/workspace/reference";
import { useChangeLead } from "../queries";
import type { FieldProps } from "./fieldProps";
import classes from "./fields.module.css";
import { rightsTo } from "./rights";

/** Whose lead it is; gives it to somebody else. */
export function OwnerField({ lead, startOpened, onClosed }: FieldProps) {
  const people = usePeople();
  const change = useChangeLead(lead.id);
  const name = <span className={classes.text}>{lead.owner.name}</span>;
  if (!rightsTo(lead).edit) return <OnlyShown>{name}</OnlyShown>;
  const giveTo = (id: string) => {
    const owner = people.find((one) => one.id === id);
    if (!owner) return;
    const shown = { owner: { id, name: owner.name } };
    change.mutate({ change: { owner_id: id }, shown });
  };
  return (
    <Choice
      label={texts.leads.fieldNames.owner}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={lead.owner.id}
      onChoose={giveTo}
      find={texts.leads.findOwner}
      nothingFound={texts.leads.nothingFound}
      startOpened={startOpened}
      onClosed={onClosed}
    >
      {name}
    </Choice>
  );
}
