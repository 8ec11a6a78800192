import { Select } from "@mantine/core";
import { shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { DayChoice } from "@/ui/inplace/DayChoice";
import { usePeople } from "@/workspace/reference";
import { useToday } from "@/workspace/today";
import { nearDays } from "../fields/FollowUpField";
import type { Details } from "./ContactDetails";
import classes from "./LogLine.module.css";

type Props = { details: Details; onChange: (details: Details) => void };

/** When a task is due, and for whom it is. */
export function TaskDetails({ details, onChange }: Props) {
  const today = useToday();
  const people = usePeople();
  return (
    <div className={classes.details}>
      <span className={classes.hint}>{texts.lead.due}</span>
      <DayChoice
        label={texts.lead.due}
        value={details.dueOn}
        near={[{ label: texts.leads.today, day: today }, ...nearDays(today)]}
        onChoose={(dueOn) => onChange({ ...details, dueOn })}
        onClear={() => onChange({ ...details, dueOn: null })}
        clear={texts.lead.noDue}
      >
        {details.dueOn ? shortDay(details.dueOn) : texts.lead.noDue}
      </DayChoice>
      <Select
        size="xs"
        aria-label={texts.lead.assignee}
        placeholder={texts.lead.assignee}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={details.assigneeId}
        onChange={(assigneeId) => onChange({ ...details, assigneeId })}
        searchable
        clearable
      />
    </div>
  );
}
