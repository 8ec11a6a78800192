import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instant } from "@/lib/format";
import { texts } from "@/texts";
import { IconDownload } from "@/ui/icons";
import classes from "./Outlook.module.css";
import { importQuery, refusedRowsAddress } from "./queries";
import { RefusedRows } from "./RefusedRows";

/** What an import did, with the refused rows to take home. */
export function ReportOf({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { data: report } = useSuspenseQuery(importQuery(id));
  const { created, updated, unchanged, failed, target } = report;
  return (
    <section aria-labelledby="report" className={classes.outlook}>
      <h2 className={classes.title} id="report">
        {report.applied ? texts.imports.done : texts.imports.notDone}
      </h2>
      <p className={classes.fact}>
        {texts.imports.targets[target]} · {report.by} · {instant(report.created_at)}
      </p>
      <ul className={classes.counts} role="status">
        <li>{texts.imports.made(created, target)}</li>
        {updated > 0 ? <li>{texts.imports.changed(updated, target)}</li> : null}
        {unchanged > 0 ? <li>{texts.imports.same(unchanged)}</li> : null}
        {failed > 0 ? <li className={classes.bad}>{texts.imports.notIn(failed)}</li> : null}
      </ul>
      {report.finished_at === null ? <p>{texts.imports.brokeOff}</p> : null}
      <RefusedRows report={report} />
      <div className={classes.buttons}>
        {failed > 0 ? (
          <Button
            component="a"
            href={refusedRowsAddress(id)}
            download={`refused-${target}.csv`}
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {texts.imports.download}
          </Button>
        ) : null}
        {target === "leads" ? (
          <Button renderRoot={(props) => <Link to="/leads" {...props} />}>
            {texts.imports.seeLeads}
          </Button>
        ) : null}
        <Button variant="default" onClick={onAnother}>
          {texts.imports.another}
        </Button>
      </div>
    </section>
  );
}
