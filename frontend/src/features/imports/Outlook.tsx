import { Button } from "@mantine/core";
import type { ImportReport } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./Outlook.module.css";
import type { Reading } from "./queries";
import { RefusedRows } from "./RefusedRows";

type Props = { report: ImportReport; reading: Reading; onGo: () => void };

/** What an import would do, row by row where a row cannot go in, and the button that does it. */
export function Outlook({ report, reading, onGo }: Props) {
  const { created, updated, unchanged, failed, target } = report;
  const goingIn = created + updated;
  const isBarred = Boolean(reading.atomic) && failed > 0;
  return (
    <section aria-labelledby="outlook" className={classes.outlook}>
      <h2 className={classes.title} id="outlook">
        {texts.imports.checked}
      </h2>
      <ul className={classes.counts} role="status">
        {created > 0 ? <li>{texts.imports.created(created, target)}</li> : null}
        {updated > 0 ? <li>{texts.imports.updated(updated, target)}</li> : null}
        {unchanged > 0 ? <li>{texts.imports.unchanged(unchanged)}</li> : null}
        {failed > 0 ? <li className={classes.bad}>{texts.imports.refused(failed)}</li> : null}
      </ul>
      <Fact name={texts.imports.newSources} values={report.new_sources} />
      <Fact
        name={texts.imports.left}
        values={report.left_out.map(
          ({ line, reason }) => `${texts.imports.line} ${line}: ${reason}`,
        )}
      />
      <RefusedRows report={report} />
      {isBarred ? <p className={classes.bad}>{texts.imports.allOrNothing}</p> : null}
      {goingIn === 0 && failed === 0 ? <p>{texts.imports.nothingToDo}</p> : null}
      {goingIn > 0 && !isBarred ? (
        <div className={classes.acts}>
          <Button onClick={onGo}>{texts.imports.go(goingIn)}</Button>
        </div>
      ) : null}
    </section>
  );
}

const MOST = 12;

function Fact({ name, values }: { name: string; values: string[] }) {
  if (values.length === 0) return null;
  return (
    <p className={classes.fact}>
      <strong>{name}:</strong> {values.slice(0, MOST).join(", ")}
      {values.length > MOST ? " …" : ""}
    </p>
  );
}
