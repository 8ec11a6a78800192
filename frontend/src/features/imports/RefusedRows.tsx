import type { ImportProblem, ImportReport } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./RefusedRows.module.css";

/** The rows that cannot go in as they stand in the file, each reason at the very cell. */
export function RefusedRows({ report }: { report: ImportReport }) {
  if (report.refused.length === 0) return null;
  const reasons = Map.groupBy(report.errors, ({ line }) => line);
  return (
    <div className={classes.refused}>
      <h3 className={classes.title} id="refused">
        {texts.imports.refusedRows}
      </h3>
      <p className={classes.soft}>
        {texts.imports.refusedRowsText(report.refused.length, report.failed)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-labelledby="refused">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.line}>
                {texts.imports.line}
              </th>
              {report.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.refused.map(({ line, cells }) => (
              <RefusedRow
                key={line}
                line={line}
                cells={cells}
                headings={report.headings}
                reasons={reasons.get(line) ?? []}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type RowProps = {
  line: number;
  cells: string[];
  headings: string[];
  reasons: ImportProblem[];
};

function RefusedRow({ line, cells, headings, reasons }: RowProps) {
  const elsewhere = reasons.filter(({ column }) => !column || !headings.includes(column));
  return (
    <>
      <tr>
        <th scope="row" className={classes.line}>
          {line}
        </th>
        {headings.map((heading, place) => {
          const found = reasons.filter(({ column }) => column === heading);
          return (
            <td key={heading} data-bad={found.length > 0 || undefined}>
              <span className={classes.cell}>{cells[place] || texts.ui.none}</span>
              {found.map(({ message }) => (
                <span key={message} className={classes.reason}>
                  {message}
                </span>
              ))}
            </td>
          );
        })}
      </tr>
      {elsewhere.map(({ message }) => (
        <tr key={message}>
          <td />
          <td colSpan={headings.length} className={classes.reason}>
            {message}
          </td>
        </tr>
      ))}
    </>
  );
}
