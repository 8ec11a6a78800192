import type { Lead } from "@/api/types.gen";
import { addDays, addWorkingDays, nextMonday } from "@/lib/days";
import { texts } from "@/texts";
import { DayChoice, type NearDay } from "@/ui/inplace/DayChoice";
import { OnlyShown } from "@/ui/inplace/Shown";
import { useToday } from "@/workspace/today";
import { type LeadEdit, useChangeLead } from "../queries";
import { FollowUpShown } from "./FollowUpShown";
import type { FieldProps } from "./fieldProps";
import { rightsTo } from "./rights";

/** The next follow-up: tomorrow, in three working days or next week by one click, else the calendar. */
export function FollowUpField({ lead, startOpened, onClosed }: FieldProps) {
  const today = useToday();
  const change = useChangeLead(lead.id);
  const shown = <FollowUpShown lead={lead} today={today} />;
  if (!useMayPlan(lead)) return <OnlyShown>{shown}</OnlyShown>;
  return (
    <DayChoice
      label={texts.leads.fieldNames.next_follow_up_on}
      value={lead.next_follow_up_on}
      near={nearDays(today)}
      onChoose={(day) => change.mutate(followUpOn(day, today))}
      startOpened={startOpened}
      onClosed={onClosed}
    >
      {shown}
    </DayChoice>
  );
}

/** Only open leads have a next follow-up. */
export function useMayPlan(lead: Lead): boolean {
  return rightsTo(lead).plan && lead.outcome === "open";
}

/** The days that follow-ups are mostly set to. */
export function nearDays(today: string): NearDay[] {
  return [
    { label: texts.leads.tomorrow, day: addDays(today, 1) },
    { label: texts.leads.inThreeWorkingDays, day: addWorkingDays(today, 3) },
    { label: texts.leads.nextWeek, day: nextMonday(today) },
  ];
}

/** The edit that plans a follow-up, with how it looks until the server answers. */
export function followUpOn(day: string, today: string): LeadEdit {
  const follow_up = day < today ? "overdue" : day === today ? "today" : "upcoming";
  return {
    change: { next_follow_up_on: day },
    shown: { next_follow_up_on: day, follow_up },
  };
}
