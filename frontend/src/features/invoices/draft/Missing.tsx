import { Button, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Invoice } from "@/api/types.gen";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { IconAlertTriangle, IconArrowRight, IconCheck, IconEye } from "@/ui/icons";
import { useMay } from "@/workspace/session";
import { FromQuote } from "../FromQuote";
import classes from "./Draft.module.css";
import { type Complaints, focusOn } from "./useComplaints";

const words = texts.invoices;

type Props = {
  invoice: Invoice;
  complaints: Complaints;
  isPreviewed: boolean;
  onPreview: () => void;
  onIssue: () => void;
};

/** Beside the draft: what it comes to, what it lacks, where it comes from, and the way out. */
export function Missing({ invoice, complaints, isPreviewed, onPreview, onIssue }: Props) {
  const entries = Object.entries(complaints.fields);
  return (
    <aside className={classes.rail}>
      <div className={classes.sum}>
        <span className={classes.sumLabel}>{words.payable}</span>
        <span className={classes.sumValue}>{money(invoice.payable, invoice.currency)}</span>
      </div>
      <div className={classes.go}>
        <Button onClick={onIssue} fullWidth>
          {words.issue}
        </Button>
        <Button
          variant="default"
          fullWidth
          leftSection={isPreviewed ? null : <IconEye size={15} aria-hidden />}
          onClick={onPreview}
        >
          {isPreviewed ? words.editTab : words.previewTab}
        </Button>
      </div>
      <section
        className={classes.missing}
        data-done={entries.length === 0 || undefined}
        data-gentle={complaints.isGentle || undefined}
        aria-live="polite"
      >
        {entries.length === 0 ? (
          <p className={classes.done}>
            <IconCheck size={16} aria-hidden /> {words.missingNone}
          </p>
        ) : (
          <>
            <h2 className={classes.missingTitle}>
              <IconAlertTriangle size={15} aria-hidden /> {words.missing}
            </h2>
            <ul>
              {entries.map(([path, message]) => (
                <li key={path}>
                  <Lacking path={path} message={message} isPreviewed={isPreviewed} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Origin invoice={invoice} />
    </aside>
  );
}

type LackingProps = { path: string; message: string; isPreviewed: boolean };

function Lacking({ path, message, isPreviewed }: LackingProps) {
  const isAdmin = useMay("administer");
  if (path.startsWith("seller.")) {
    return (
      <span>
        {message} {isAdmin ? <Link to="/settings">{words.inSettings}</Link> : words.byAdmin}
      </span>
    );
  }
  return (
    <UnstyledButton
      className={classes.lacking}
      disabled={isPreviewed}
      onClick={() => focusOn(path)}
    >
      {message}
    </UnstyledButton>
  );
}

function Origin({ invoice }: { invoice: Invoice }) {
  return (
    <dl className={classes.origin}>
      {invoice.quote_id ? (
        <div>
          <dt>{words.quote}</dt>
          <dd>
            <FromQuote id={invoice.quote_id} />
          </dd>
        </div>
      ) : null}
      {invoice.lead_id ? (
        <div>
          <dt>{words.lead}</dt>
          <dd>
            <Link to="/leads/$id" params={{ id: invoice.lead_id }}>
              {words.toLead} <IconArrowRight size={13} aria-hidden />
            </Link>
          </dd>
        </div>
      ) : null}
      {invoice.replaces_id ? (
        <div>
          <dt>{words.replaces}</dt>
          <dd>
            <Link to="/invoices/$id" params={{ id: invoice.replaces_id }}>
              {words.formerInvoice}
            </Link>
          </dd>
        </div>
      ) : null}
      {invoice.owner ? (
        <div>
          <dt>{words.owner}</dt>
          <dd>{invoice.owner.name}</dd>
        </div>
      ) : null}
    </dl>
  );
}
