import { Link } from "@tanstack/react-router";
import type { MonthByRep, MonthDetail } from "@/api/types.gen";
import { count, monthName, percent, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { useMay } from "@/workspace/session";
import { Changing } from "./Changing";
import { Section } from "./Section";
import { ShareBar } from "./ShareBar";
import { TargetField } from "./TargetField";
import classes from "./tables.module.css";
import { useSellers } from "./useSellers";

const words = texts.metrics.tables;

type Props = { month: MonthDetail; previous?: MonthDetail; ownerId?: string };

/** What each rep won and invoiced in the month, against their targets, with the month before. */
export function RepTable({ month, previous, ownerId }: Props) {
  const maySet = useMay("set_targets");
  const others = useSellers(month.by_rep, ownerId);
  const rows: Line[] = [...month.by_rep, ...(maySet ? others : [])];
  const before = new Map(previous?.by_rep.map((rep) => [rep.user.id, rep.won_value]));
  const most = Math.max(
    ...month.by_rep.map((rep) => Math.max(Number(rep.won_value), Number(rep.target ?? 0))),
    0,
  );
  return (
    <Section title={words.reps} definition={texts.metrics.definitions.by_rep}>
      {rows.length === 0 ? (
        <p className={classes.nothing}>{words.nobody}</p>
      ) : (
        <table className={`${classes.table} ${classes.reps}`}>
          <thead>
            <tr>
              <th scope="col">{words.rep}</th>
              <th scope="col" className={`${classes.bar} ${classes.wide}`} aria-hidden />
              <th scope="col" className={classes.number}>
                {texts.metrics.figures.won_value}
              </th>
              <th scope="col" className={classes.number}>
                {texts.metrics.figures.target}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {previous === undefined ? null : monthName(previous.month)}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {words.won}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {words.lost}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {texts.metrics.figures.close_rate}
              </th>
              <th scope="col" className={classes.number}>
                {texts.metrics.figures.invoiced}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((rep) => (
              <Row
                key={rep.user.id}
                rep={rep}
                month={month}
                most={most}
                before={before.get(rep.user.id) ?? null}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

/** A rep of the month, or somebody who has done nothing in it yet and may be given a target. */
type Line = MonthByRep | Pick<MonthByRep, "user">;

type RowProps = { rep: Line; month: MonthDetail; most: number; before: string | null };

function Row({ rep, month, most, before }: RowProps) {
  const { currency } = month;
  const to = { to: "/months/$month", params: { month: month.month } } as const;
  const owner = rep.user.id;
  const did = "won" in rep ? rep : null;
  const none = texts.ui.none;
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <Link {...to} search={{ figure: "won", owner }}>
          {rep.user.name}
        </Link>
      </th>
      <td className={`${classes.bar} ${classes.wide}`}>
        {did ? (
          <ShareBar value={did.won_value} most={most} color="var(--won)" target={did.target} />
        ) : null}
      </td>
      <td className={classes.number}>
        {did ? <Changing text={roundMoney(did.won_value, currency)} /> : none}
      </td>
      <td className={classes.number}>
        <TargetField
          month={month.month}
          userId={owner}
          whose={rep.user.name}
          amount={did?.target ?? null}
          currency={currency}
        />
      </td>
      <td className={`${classes.number} ${classes.wide} ${classes.before}`}>
        {before === null ? none : roundMoney(before, currency)}
      </td>
      <td className={`${classes.number} ${classes.wide}`}>
        <Link {...to} search={{ figure: "won", owner }}>
          {did ? count(did.won) : none}
        </Link>
      </td>
      <td className={`${classes.number} ${classes.wide}`}>
        <Link {...to} search={{ figure: "lost", owner }}>
          {did ? count(did.lost) : none}
        </Link>
      </td>
      <td className={`${classes.number} ${classes.wide}`}>{percent(did?.close_rate ?? null)}</td>
      <td className={classes.number}>
        {did ? <Changing text={roundMoney(did.invoiced, currency)} /> : none}
      </td>
    </tr>
  );
}
