import type { Lead } from "@/api/types.gen";
import { daysFrom, shortDay } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./fields.module.css";

type Props = { lead: Lead; today: string };

/** When somebody is to be in touch again; overdue and today in plain sight. */
export function FollowUpShown({ lead, today }: Props) {
  const on = lead.next_follow_up_on;
  if (on === null) return <span className={classes.soft}>{texts.ui.none}</span>;
  if (lead.follow_up === "today")
    return (
      <span className={classes.due} data-due="today">
        {texts.leads.today}
      </span>
    );
  return (
    <span className={classes.due} data-due={lead.follow_up ?? undefined}>
      {shortDay(on)}
      {lead.follow_up === "overdue" ? (
        <span className={classes.ago}>{daysFrom(today, on)}</span>
      ) : null}
    </span>
  );
}
