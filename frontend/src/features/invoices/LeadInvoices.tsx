import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceSummary } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { useToday } from "@/workspace/today";
import { InvoiceStatusBadge } from "./InvoiceStatusBadge";
import classes from "./LeadInvoices.module.css";
import { daysLate } from "./lateness";
import { someInvoicesQuery } from "./queries";

const words = texts.invoices;

/** The invoices of one lead, for its page. */
export function LeadInvoices({ leadId }: { leadId: string }) {
  const { data, error } = useQuery(someInvoicesQuery({ lead: leadId, sort: "-created_at" }));
  if (error) return <Refused refusal={refusalOf(error)} />;
  if (!data) return <Skeleton height={44} />;
  if (data.items.length === 0) {
    return (
      <p className={classes.empty}>
        <strong>{words.leadEmpty}</strong> {words.leadEmptyText}
      </p>
    );
  }
  return (
    <ul className={classes.list} aria-label={words.leadTitle}>
      {data.items.map((invoice) => (
        <Row key={invoice.id} invoice={invoice} />
      ))}
    </ul>
  );
}

function Row({ invoice }: { invoice: InvoiceSummary }) {
  const late = daysLate(invoice, useToday());
  const isOpen = invoice.status === "issued" || invoice.status === "partly_paid";
  return (
    <li>
      <Link className={classes.row} to="/invoices/$id" params={{ id: invoice.id }}>
        <span className={classes.number}>{invoice.number ?? words.draft}</span>
        <span className={classes.amount}>{money(invoice.total, invoice.currency)}</span>
        <InvoiceStatusBadge status={invoice.status} late={late} />
        <span className={classes.due}>
          {isOpen
            ? [
                `${words.open} ${money(invoice.balance, invoice.currency)}`,
                invoice.due_on ? words.dueIn(day(invoice.due_on)) : null,
              ]
                .filter(Boolean)
                .join(", ")
            : null}
        </span>
      </Link>
    </li>
  );
}
