import { Link } from "@tanstack/react-router";
import type { CountedLead } from "@/api/types.gen";
import { money, shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import classes from "./BehindTable.module.css";
import type { Figure } from "./queries";
import styles from "./tables.module.css";

const words = texts.metrics.opened;

/** A lead as it is now, with the value under which it counted then. */
export function CountedRow({ lead, figure }: { lead: CountedLead; figure: Figure }) {
  const stage = useStages().find((stage) => stage.key === lead.stage);
  return (
    <tr>
      <th scope="row" className={classes.title}>
        <Link to="/leads/$id" params={{ id: lead.id }}>
          {lead.title}
        </Link>
        {lead.company ? <span className={classes.company}>{lead.company.name}</span> : null}
      </th>
      <td>
        <span className={styles.dot} style={{ background: stage?.color ?? "var(--ink-faint)" }} />
        {stage?.name ?? lead.stage}
      </td>
      <td className={`${styles.wide} ${classes.cut}`}>{lead.owner.name}</td>
      <td className={`${styles.wide} ${classes.cut}`}>{lead.source ?? texts.common.none}</td>
      <td className={styles.wide}>
        {dayOf(lead, figure)}
        {lead.slipped ? <span className={classes.slipped}>{words.slipped}</span> : null}
      </td>
      {figure === "forecast" ? (
        <td className={`${styles.number} ${styles.wide}`}>
          {lead.probability === null ? texts.common.none : `${lead.probability} %`}
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

function dayOf(lead: CountedLead, figure: Figure): string {
  const days = {
    new_leads: lead.created_at.slice(0, 10),
    won: lead.closed_at?.slice(0, 10),
    lost: lead.closed_at?.slice(0, 10),
    forecast: lead.expected_close_on,
    slipped: lead.expected_close_on,
    undated: lead.expected_close_on,
  };
  const day = days[figure];
  return day ? shortDay(day) : texts.common.none;
}
