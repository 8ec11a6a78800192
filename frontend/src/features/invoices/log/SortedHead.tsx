import { texts } from "@/texts";
import classes from "./Log.module.css";
import type { LogSearch } from "./search";

const words = texts.invoices;

type Column = { name: string; sort?: "number" | "issued_on" | "due_on" | "total"; right?: boolean };

const COLUMNS: Column[] = [
  { name: words.columns.number, sort: "number" },
  { name: words.columns.customer },
  { name: words.columns.status },
  { name: words.columns.issued, sort: "issued_on" },
  { name: words.columns.due, sort: "due_on" },
  { name: words.columns.total, sort: "total", right: true },
  { name: words.columns.open, right: true },
  { name: words.columns.owner },
];

type Props = {
  search: LogSearch;
  onChange: (change: Partial<LogSearch>) => void;
  withActs: boolean;
};

/** The table's head; a click sorts downwards, another upwards, a third not at all. */
export function SortedHead({ search, onChange, withActs }: Props) {
  return (
    <thead className={classes.head}>
      <tr>
        {COLUMNS.map(({ name, sort, right }) => (
          <th
            key={name}
            scope="col"
            data-right={right || undefined}
            aria-sort={sort ? directionOf(search.sort, sort) : undefined}
          >
            {sort ? (
              <button
                type="button"
                className={classes.sort}
                onClick={() => onChange({ sort: next(search.sort, sort) })}
              >
                {right ? <span aria-hidden>{arrowOf(search.sort, sort)}</span> : null}
                {name}
                {right ? null : <span aria-hidden>{arrowOf(search.sort, sort)}</span>}
              </button>
            ) : (
              name
            )}
          </th>
        ))}
        {withActs ? (
          <th scope="col">
            <span className={classes.hidden}>{texts.ui.more}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type Sort = NonNullable<Column["sort"]>;

function next(present: LogSearch["sort"], sort: Sort): LogSearch["sort"] {
  if (present === `-${sort}`) return sort;
  return present === sort ? undefined : `-${sort}`;
}

function directionOf(present: LogSearch["sort"], sort: Sort) {
  if (present === sort) return "ascending";
  return present === `-${sort}` ? "descending" : "none";
}

function arrowOf(present: LogSearch["sort"], sort: Sort) {
  if (present === sort) return "↑";
  return present === `-${sort}` ? "↓" : "";
}
