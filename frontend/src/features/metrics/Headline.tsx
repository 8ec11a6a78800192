import { Link } from "@tanstack/react-router";
import type { Month, Summary } from "@/api/types.gen";
import { monthName, percent, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import classes from "./Headline.module.css";
import { unsigned } from "./months";
import { TargetField } from "./TargetField";
import { Term } from "./Term";

const words = texts.metrics.headline;

type Props = {
  summary: Summary;
  /** Who closes, as the question names them; null for the whole team. */
  who: string | null;
  whose: string | null;
  owner?: string;
  ownerId?: string;
};

/** How much will be closed this month, in one number, one bar and one sentence. */
export function Headline({ summary, who, whose, owner, ownerId }: Props) {
  const month = summary.current;
  const forecast = month.forecast ?? month.won_value;
  return (
    <section className={classes.headline} aria-labelledby="question">
      <h2 id="question" className={classes.question}>
        <Term definition={texts.metrics.definitions.forecast}>
          {words.question(monthName(month.month), who)}
        </Term>
        <span className={classes.scope}>{texts.metrics.scope[month.scope]}</span>
      </h2>
      <p className={classes.answer}>
        <Link
          className={classes.number}
          to="/months/$month"
          params={{ month: month.month }}
          search={{ figure: "forecast", owner }}
        >
          <Changing text={roundMoney(forecast, month.currency)} />
        </Link>
        <Verdict month={month} />
      </p>
      <ForecastBar month={month} forecast={forecast} />
      <Legend month={month} whose={whose} owner={owner} ownerId={ownerId} />
      <Progress month={month} previous={summary.previous} owner={owner} />
    </section>
  );
}

function Verdict({ month }: { month: Month }) {
  if (month.forecast_gap === null) return null;
  const amount = roundMoney(unsigned(month.forecast_gap), month.currency);
  const isShort = month.forecast_gap.startsWith("-");
  const isEven = Number(month.forecast_gap) === 0;
  const verdict = isEven ? words.onTarget : isShort ? words.short(amount) : words.above(amount);
  return (
    <span className={classes.verdict} data-short={isShort || undefined}>
      {verdict}
    </span>
  );
}

/** Won and expected beside the target, drawn to one scale. */
function ForecastBar({ month, forecast }: { month: Month; forecast: string }) {
  const { won_value: won, expected, target, currency } = month;
  const whole = Math.max(Number(forecast), Number(target ?? 0), Number(won)) || 1;
  const of = (amount: string | null) => `${(Number(amount ?? 0) / whole) * 100}%`;
  const says = words.bar(
    roundMoney(won, currency),
    roundMoney(expected ?? "0", currency),
    target === null ? null : roundMoney(target, currency),
  );
  return (
    <div className={classes.bar} role="img" aria-label={says}>
      <span className={classes.won} style={{ width: of(won) }} />
      <span className={classes.expected} style={{ width: of(expected) }} />
      {target === null ? null : <span className={classes.mark} style={{ left: of(target) }} />}
    </div>
  );
}

type LegendProps = { month: Month; whose: string | null; owner?: string; ownerId?: string };

function Legend({ month, whose, owner, ownerId }: LegendProps) {
  const to = { to: "/months/$month", params: { month: month.month } } as const;
  return (
    <ul className={classes.legend}>
      <li>
        <span className={classes.won} aria-hidden />
        <Link {...to} search={{ figure: "won", owner }}>
          <Changing text={roundMoney(month.won_value, month.currency)} />
        </Link>
        {words.won}
      </li>
      <li>
        <span className={classes.expected} aria-hidden />
        <Link {...to} search={{ figure: "forecast", owner }}>
          <Changing text={roundMoney(month.expected ?? "0", month.currency)} />
        </Link>
        {words.expected}
      </li>
      <li>
        <span className={classes.mark} aria-hidden />
        <TargetField
          month={month.month}
          userId={ownerId}
          whose={whose ?? texts.metrics.target.team}
          amount={month.target}
          currency={month.currency}
        />
        {month.target === null ? null : (
          <Term definition={texts.metrics.definitions.target}>{words.target}</Term>
        )}
      </li>
    </ul>
  );
}

type ProgressProps = { month: Month; previous: Month; owner?: string };

function Progress({ month, previous, owner }: ProgressProps) {
  const before = words.before(
    monthName(previous.month),
    roundMoney(previous.won_value, previous.currency),
  );
  return (
    <p className={classes.progress}>
      {month.attainment === null || month.gap === null ? null : (
        <span>
          {words.reached(percent(month.attainment))}, {gapOf(month.gap, month.currency)}.
        </span>
      )}{" "}
      <Link
        to="/months/$month"
        params={{ month: previous.month }}
        search={{ figure: "won", owner }}
      >
        {before}
        {previous.attainment === null ? null : `, ${words.beforeOf(percent(previous.attainment))}`}
      </Link>
    </p>
  );
}

function gapOf(gap: string, currency: string): string {
  const amount = roundMoney(unsigned(gap), currency);
  return gap.startsWith("-") ? words.toGo(amount) : words.beyond(amount);
}
