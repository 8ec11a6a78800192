import { Link } from "@tanstack/react-router";
import type { Month } from "@/api/types.gen";
import { count, monthName, percent, roundMoney } from "@/lib/format";
import { texts } from "@/texts";
import { Changing } from "./Changing";
import classes from "./FigureStrip.module.css";
import { daysOf } from "./months";
import type { Figure } from "./queries";
import { Term } from "./Term";

const maybe = (amount: string | null, currency: string) =>
  amount === null ? texts.ui.none : roundMoney(amount, currency);

type Shown = {
  name: keyof typeof texts.metrics.definitions & keyof typeof texts.metrics.figures;
  of: (month: Month) => string;
  /** The leads that the figure opens to; without one it opens to invoices. */
  figure?: Figure;
};

const STRIP: Shown[] = [
  { name: "new_leads", of: (month) => count(month.new_leads), figure: "new_leads" },
  { name: "won", of: (month) => count(month.won), figure: "won" },
  { name: "close_rate", of: (month) => percent(month.close_rate), figure: "won" },
  { name: "conversion", of: (month) => percent(month.conversion), figure: "new_leads" },
  { name: "average_deal", of: (month) => maybe(month.average_deal, month.currency), figure: "won" },
  { name: "invoiced", of: (month) => roundMoney(month.invoiced, month.currency) },
  { name: "collected", of: (month) => roundMoney(month.collected, month.currency) },
];

type Props = { month: Month; previous?: Month; owner?: string };

/** The figures of a month, each with its definition, the month before beside it, and its leads. */
export function FigureStrip({ month, previous, owner }: Props) {
  return (
    <dl className={classes.strip}>
      {STRIP.map(({ name, of, figure }) => (
        <div key={name} className={classes.figure}>
          <dt>
            <Term definition={texts.metrics.definitions[name]}>{texts.metrics.figures[name]}</Term>
          </dt>
          <dd className={classes.now}>
            {figure === undefined ? (
              <Link
                to="/invoices"
                search={{ ...invoicesOf(name, month.month), owner }}
                aria-label={said(name, of(month))}
              >
                <Changing text={of(month)} />
              </Link>
            ) : (
              <Link
                to="/months/$month"
                params={{ month: month.month }}
                search={{ figure, owner }}
                aria-label={said(name, of(month))}
              >
                <Changing text={of(month)} />
              </Link>
            )}
          </dd>
          {previous === undefined ? null : (
            <dd className={classes.before}>
              {texts.metrics.before(monthName(previous.month), of(previous))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const said = (name: Shown["name"], value: string) => `${texts.metrics.figures[name]}: ${value}`;

/** What was invoiced opens the invoices of the month; what was collected, those that were paid in it. */
function invoicesOf(name: Shown["name"], month: string) {
  const { first, last } = daysOf(month);
  return name === "collected"
    ? { paid_from: first, paid_to: last }
    : { issued_from: first, issued_to: last };
}
