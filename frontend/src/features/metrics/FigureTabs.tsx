import { Link } from "@tanstack/react-router";
import type { Month, Summary } from "@/api/types.gen";
import { count, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import classes from "./FigureTabs.module.css";
import type { Opened } from "./opening";
import type { Figure } from "./queries";

type Props = { month: Month; summary?: Summary; hasForecast: boolean; opened: Opened };

/** The figures of a month that open to their leads; the open one is marked. */
export function FigureTabs({ month, summary, hasForecast, opened }: Props) {
  const money = (amount: string) => roundMoney(amount, month.currency);
  const tabs: { figure: Figure; shown: string; beside?: string }[] = [
    { figure: "new_leads", shown: count(month.new_leads) },
    { figure: "won", shown: count(month.won), beside: money(month.won_value) },
    { figure: "lost", shown: count(month.lost), beside: money(month.lost_value) },
  ];
  if (hasForecast) tabs.push({ figure: "forecast", shown: money(month.forecast ?? "0") });
  if (summary) {
    const { slipped, undated } = summary;
    tabs.push({ figure: "slipped", shown: count(slipped.leads), beside: money(slipped.value) });
    tabs.push({ figure: "undated", shown: count(undated.leads), beside: money(undated.value) });
  }
  return (
    <nav className={classes.tabs} aria-label={texts.metrics.opened.figure}>
      {tabs.map(({ figure, shown, beside }) => (
        <Link
          key={figure}
          className={classes.tab}
          to="/months/$month"
          params={{ month: month.month }}
          search={{ ...opened, figure, stage: undefined }}
          activeOptions={{ includeSearch: false }}
          aria-current={opened.figure === figure ? "true" : undefined}
          data-open={opened.figure === figure || undefined}
          resetScroll={false}
        >
          <span>{texts.metrics.figures[figure]}</span>
          <b>
            <Changing text={shown} />
          </b>
          {beside === undefined ? null : <span className={classes.beside}>{beside}</span>}
        </Link>
      ))}
    </nav>
  );
}
