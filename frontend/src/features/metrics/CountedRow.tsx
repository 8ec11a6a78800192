import { Link } from "@tanstack/react-router";
import type { CountedLead } from "@/api/types.gen";
import { denseDay, money, shortDayIn } from "@/lib/format";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import classes from "./BehindTable.module.css";
import type { Figure } from "./queries";
import styles from "./tables.module.css";

const words = texts.metrics.opened;

/** A lead as it is now, with the value under which it counted then. */
export function CountedRow({ lead, figure }: { lead: CountedLead; figure: Figure }) {
  const { workspace } = useMe();
  const stage = useStages().find((stage) => stage.key === lead.stage);
  return (
    <tr>
      <th scope="row" className={classes.title}>
        <Link to="/leads/$id" params={{ id: lead.id }} dir="auto">
          {lead.title}
        </Link>
        {lead.company ? <span className={classes.company}>{lead.company.name}</span> : null}
      </th>
      <td>
        <span className={styles.dot} style={{ background: stage?.color ?? "var(--ink-faint)" }} />
        {stage?.name ?? lead.stage}
      </td>
      <td className={`${styles.wide} ${classes.cut}`}>{lead.owner.name}</td>
      <td className={`${styles.wide} ${classes.cut}`}>{lead.source ?? texts.ui.none}</td>
      <td className={styles.wide}>
        {dayOf(lead, figure, workspace.time_zone, workspace.today)}
        {lead.slipped ? <span className={classes.slipped}>{words.slipped}</span> : null}
      </td>
      {figure === "forecast" ? (
        <td className={`${styles.number} ${styles.wide}`}>
          {lead.probability === null ? texts.ui.none : `${lead.probability} %`}
        </td>
      ) : null}
      <td className={styles.number}>
        {lead.counted_value === lead.value ? null : (
          <span className={classes.now}>{words.now(money(lead.value, lead.currency))}</span>
        )}
        {money(lead.counted_value, lead.currency)}
      </td>
    </tr>
  );
}

function dayOf(lead: CountedLead, figure: Figure, timeZone: string, today: string): string {
  if (figure === "new_leads") return shortDayIn(timeZone, lead.created_at);
  if (figure === "won" || figure === "lost") {
    return lead.closed_at ? shortDayIn(timeZone, lead.closed_at) : texts.ui.none;
  }
  return lead.expected_close_on ? denseDay(lead.expected_close_on, today) : texts.ui.none;
}
