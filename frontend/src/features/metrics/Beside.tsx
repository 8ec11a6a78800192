import { Link } from "@tanstack/react-router";
import type { Month, Summary } from "@/api/types.gen";
import { addDays } from "@/lib/days";
import { monthName, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { useToday } from "@/workspace/today";
import classes from "./Beside.module.css";
import { Changing } from "./Changing";
import { Term } from "./Term";

const words = texts.metrics.headline;

type Props = { summary: Summary; coming: Month[]; owner?: string };

/** What stands beside the forecast: slipped deals, those without a date, and the months to come. */
export function Beside({ summary, coming, owner }: Props) {
  const { currency } = summary.current;
  const yesterday = addDays(useToday(), -1);
  const heaps = [
    {
      figure: "slipped",
      name: words.slipped,
      note: words.slippedNote,
      search: { expected_close_to: yesterday },
      ...summary.slipped,
    },
    {
      figure: "undated",
      name: words.undated,
      note: words.undatedNote,
      search: { undated: true },
      ...summary.undated,
    },
  ] as const;
  return (
    <section className={classes.beside} aria-label={words.beside}>
      {heaps.map(({ figure, name, note, search, leads, value }) => (
        <div key={figure} className={classes.line} data-quiet={leads === 0 || undefined}>
          <span className={classes.name}>
            <Term definition={texts.metrics.definitions[figure]}>{name}</Term>
          </span>
          <Link to="/leads" search={{ outcome: "open", ...search, owner }}>
            <Changing text={texts.metrics.opened.deals(leads)} />
          </Link>
          <span className={classes.value}>
            <Changing text={roundMoney(value, currency)} />
          </span>
          <span className={classes.note}>{note}</span>
        </div>
      ))}
      {coming.map((next) => (
        <div key={next.month} className={classes.line}>
          <span className={classes.name}>{words.next(monthName(next.month))}</span>
          <Link
            to="/months/$month"
            params={{ month: next.month }}
            search={{ figure: "forecast", owner }}
          >
            {texts.metrics.figures.forecast}
          </Link>
          <span className={classes.value}>
            <Changing text={roundMoney(next.forecast ?? "0", currency)} />
          </span>
          <span className={classes.note}>{words.nextNote}</span>
        </div>
      ))}
    </section>
  );
}
