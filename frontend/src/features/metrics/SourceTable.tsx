import { Link } from "@tanstack/react-router";
import type { MonthBySource, MonthDetail } from "@/api/types.gen";
import { count, monthName, percent, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import { Section } from "./Section";
import { ShareBar } from "./ShareBar";
import classes from "./tables.module.css";

const words = texts.metrics.tables;
const TOP = 8;

type Props = { month: MonthDetail; previous?: MonthDetail; owner?: string };

/** Where the month's leads and closings came from, the most fruitful first. */
export function SourceTable({ month, previous, owner }: Props) {
  const shown = month.by_source.slice(0, TOP);
  const most = Math.max(...shown.map((group) => Number(group.won_value)), 0);
  const before = new Map(previous?.by_source.map((group) => [folded(group), group.won_value]));
  return (
    <Section title={words.sources} definition={texts.metrics.definitions.by_source}>
      {shown.length === 0 ? (
        <p className={classes.nothing}>{words.noSources}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              <th scope="col" className={`${classes.bar} ${classes.wide}`} aria-hidden />
              <th scope="col" className={classes.number}>
                {texts.metrics.figures.won_value}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {previous === undefined ? null : monthName(previous.month)}
              </th>
              <th scope="col" className={classes.number}>
                {words.leads}
              </th>
              <th scope="col" className={`${classes.number} ${classes.wide}`}>
                {words.won}
              </th>
              <th scope="col" className={classes.number}>
                {texts.metrics.figures.close_rate}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((group) => (
              <Row
                key={folded(group)}
                group={group}
                month={month}
                most={most}
                before={before.get(folded(group)) ?? null}
                owner={owner}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

type RowProps = {
  group: MonthBySource;
  month: MonthDetail;
  most: number;
  before: string | null;
  owner?: string;
};

function Row({ group, month, most, before, owner }: RowProps) {
  const { currency } = month;
  const source = group.source ?? "";
  const to = { to: "/months/$month", params: { month: month.month } } as const;
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <Link {...to} search={{ figure: group.won > 0 ? "won" : "new_leads", source, owner }}>
          {group.source ?? words.noSource}
        </Link>
      </th>
      <td className={`${classes.bar} ${classes.wide}`}>
        <ShareBar value={group.won_value} most={most} color="var(--won)" />
      </td>
      <td className={classes.number}>
        <Changing text={roundMoney(group.won_value, currency)} />
      </td>
      <td className={`${classes.number} ${classes.wide} ${classes.before}`}>
        {before === null ? texts.ui.none : roundMoney(before, currency)}
      </td>
      <td className={classes.number}>
        <Link {...to} search={{ figure: "new_leads", source, owner }}>
          {count(group.leads)}
        </Link>
      </td>
      <td className={`${classes.number} ${classes.wide}`}>
        <Link {...to} search={{ figure: "won", source, owner }}>
          {count(group.won)}
        </Link>
      </td>
      <td className={classes.number}>{percent(group.close_rate)}</td>
    </tr>
  );
}

// Sources are the same in any case, as the server compares them.
function folded(group: MonthBySource): string {
  return (group.source ?? "").toLocaleLowerCase();
}
