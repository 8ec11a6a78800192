import { lazy } from "react";
import type { Month } from "@/api/types.gen";
import { count, money, month as named, percent, roughMoney, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { usePhone } from "@/ui/usePhone";
import { ChartFrame } from "./ChartFrame";
import type { Point } from "./MonthChart";
import classes from "./MonthCharts.module.css";
import { type Column, MonthTable } from "./MonthTable";
import styles from "./metrics.module.css";
import type { Figure } from "./queries";

const MonthChart = lazy(() => import("./MonthChart"));

const words = texts.metrics.charts;
const HEIGHT = 188;
const ON_PHONE = 6;
const none = texts.ui.none;

type Props = { months: Month[]; present: string; owner?: string };

/** Leads, won value, close rate and average deal, month beside month. */
export function MonthCharts({ months, present, owner }: Props) {
  const isPhone = usePhone();
  const past = months.filter((month) => month.month <= present);
  const coming = months.filter((month) => month.month > present);
  const shown = isPhone ? past.slice(-ON_PHONE) : past;
  const charts = { height: HEIGHT, owner };
  return (
    <div className={styles.two}>
      <ChartFrame
        title={words.leads}
        definition={texts.metrics.definitions.new_leads}
        height={HEIGHT}
        chart={
          <MonthChart
            {...charts}
            kind="bars"
            color="var(--series)"
            pastColor="var(--series-past)"
            points={shown.map((month) => ({ ...leadsPoint(month), isPast: month.month < present }))}
            figure={() => "new_leads"}
          />
        }
        table={<MonthTable months={past} columns={LEADS} figure="new_leads" owner={owner} />}
      />
      <ChartFrame
        title={words.won}
        definition={`${texts.metrics.definitions.won_value} ${texts.metrics.definitions.forecast}`}
        height={HEIGHT}
        legend={<Legend />}
        chart={
          <MonthChart
            {...charts}
            kind="bars"
            color="var(--won)"
            points={[...shown, ...coming].map((month) => wonPoint(month, present))}
            figure={(month): Figure => (month < present ? "won" : "forecast")}
          />
        }
        table={<MonthTable months={months} columns={WON} figure="won" owner={owner} />}
      />
      <ChartFrame
        title={words.closeRate}
        definition={texts.metrics.definitions.close_rate}
        height={HEIGHT}
        chart={
          <MonthChart
            {...charts}
            kind="line"
            color="var(--series)"
            points={shown.map(ratePoint)}
            figure={() => "won"}
          />
        }
        table={<MonthTable months={past} columns={RATES} figure="won" owner={owner} />}
      />
      <ChartFrame
        title={words.average}
        definition={texts.metrics.definitions.average_deal}
        height={HEIGHT}
        chart={
          <MonthChart
            {...charts}
            kind="bars"
            color="var(--series)"
            pastColor="var(--series-past)"
            points={shown.map((month) => ({
              ...averagePoint(month),
              isPast: month.month < present,
            }))}
            figure={() => "won"}
          />
        }
        table={<MonthTable months={past} columns={AVERAGE} figure="won" owner={owner} />}
      />
    </div>
  );
}

function Legend() {
  return (
    <span className={classes.legend} aria-hidden>
      <i className={classes.won} /> {words.legendWon}
      <i className={classes.expected} /> {words.legendForecast}
      <i className={classes.target} /> {words.legendTarget}
    </span>
  );
}

function leadsPoint(month: Month): Point {
  const shown = count(month.new_leads);
  const says = words.open(named(month.month), texts.metrics.opened.leads(month.new_leads));
  return { month: month.month, value: month.new_leads, shown, says };
}

function wonPoint(month: Month, present: string): Point {
  const { currency, won_value: won, forecast, target } = month;
  const isPast = month.month < present;
  const figure = isPast ? won : (forecast ?? won);
  const word = isPast ? words.legendWon : words.legendForecast;
  const aim = target === null ? "" : `, ${words.legendTarget} ${money(target, currency)}`;
  return {
    month: month.month,
    value: Number(won),
    expected: isPast ? 0 : Number(month.expected ?? 0),
    target: target === null ? null : Number(target),
    shown: roughMoney(figure, currency),
    says: words.open(named(month.month), `${money(figure, currency)} ${word}${aim}`),
  };
}

function ratePoint(month: Month): Point {
  const rate = month.close_rate;
  const says = words.open(named(month.month), rate === null ? words.none : percent(rate));
  const shown = rate === null ? "" : percent(rate);
  return { month: month.month, value: rate === null ? null : Number(rate), shown, says };
}

function averagePoint(month: Month): Point {
  const { average_deal: average, currency } = month;
  const said = average === null ? words.none : money(average, currency);
  return {
    month: month.month,
    value: Number(average ?? 0),
    shown: average === null ? none : roughMoney(average, currency),
    says: words.open(named(month.month), said),
  };
}

const names = texts.metrics.figures;
const amount = (value: string | null, currency: string) =>
  value === null ? none : roundMoney(value, currency);

const LEADS: Column[] = [
  { name: names.new_leads, of: (month) => count(month.new_leads) },
  { name: names.won, of: (month) => count(month.won) },
  { name: names.lost, of: (month) => count(month.lost) },
  { name: names.conversion, of: (month) => percent(month.conversion) },
];
const WON: Column[] = [
  { name: names.won_value, of: (month) => amount(month.won_value, month.currency) },
  { name: names.forecast, of: (month) => amount(month.forecast, month.currency) },
  { name: names.target, of: (month) => amount(month.target, month.currency) },
];
const RATES: Column[] = [
  { name: names.close_rate, of: (month) => percent(month.close_rate) },
  { name: names.won, of: (month) => count(month.won) },
  { name: names.lost, of: (month) => count(month.lost) },
];
const AVERAGE: Column[] = [
  { name: names.average_deal, of: (month) => amount(month.average_deal, month.currency) },
  { name: names.won, of: (month) => count(month.won) },
  { name: names.won_value, of: (month) => amount(month.won_value, month.currency) },
];
