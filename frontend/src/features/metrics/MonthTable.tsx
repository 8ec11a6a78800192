import { Link } from "@tanstack/react-router";
import type { Month } from "@/api/types.gen";
import { month as named } from "@/lib/format";
import { texts } from "@/texts";
import type { Figure } from "./queries";
import classes from "./tables.module.css";

export type Column = { name: string; of: (month: Month) => string };

type Props = { months: Month[]; columns: Column[]; figure: Figure; owner?: string };

/** The months of a chart as rows, the newest first; each opens. */
export function MonthTable({ months, columns, figure, owner }: Props) {
  return (
    <div className={classes.months}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{texts.metrics.charts.month}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className={classes.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month.month}>
              <th scope="row">
                <Link
                  to="/months/$month"
                  params={{ month: month.month }}
                  search={{ figure, owner }}
                >
                  {named(month.month)}
                </Link>
              </th>
              {columns.map(({ name, of }) => (
                <td key={name} className={classes.number}>
                  {of(month)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
