import { Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceSummary } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Refused } from "@/ui/Refused";
import { useRows } from "@/ui/useRows";
import { useToday } from "@/workspace/today";
import { InvoiceStatusBadge } from "../InvoiceStatusBadge";
import { daysLate } from "../lateness";
import { MarkPaid } from "../MarkPaid";
import { invoicesQuery } from "../queries";
import classes from "./Log.module.css";
import { NothingFound } from "./NothingFound";
import { SortedHead } from "./SortedHead";
import { FILTERS, invoiceFilters, type LogSearch } from "./search";

const words = texts.invoices;
const LINES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

type Props = {
  search: LogSearch;
  onChange: (change: Partial<LogSearch>) => void;
  mayBill: boolean;
};

/** Invoices as a table, or as cards on a phone; further pages come as one scrolls. */
export function InvoiceList({ search, onChange, mayBill }: Props) {
  const query = useInfiniteQuery(invoicesQuery(invoiceFilters(search)));
  const invoices = query.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = useRows(invoices.length, query, { card: 68, keys: words.log });
  if (query.isError) return <Refused refusal={refusalOf(query.error)} />;
  if (query.isPending) return LINES.map((line) => <Skeleton key={line} height={30} mb={6} />);
  if (invoices.length === 0) {
    if (FILTERS.some((name) => search[name])) {
      return <NothingFound search={search} onChange={onChange} />;
    }
    return <Empty title={words.empty}>{words.emptyText}</Empty>;
  }
  const shown = rows.seen.flatMap(({ index }) => invoices[index] ?? []);
  return (
    <div className={classes.scroller} ref={rows.scroller}>
      {rows.isPhone ? (
        <ul className={classes.cards}>
          <li aria-hidden style={{ height: rows.above }} />
          {shown.map((invoice) => (
            <Card key={invoice.id} invoice={invoice} />
          ))}
          <li aria-hidden style={{ height: rows.below }} />
        </ul>
      ) : (
        <table className={classes.table}>
          <SortedHead search={search} onChange={onChange} withActs={mayBill} />
          <tbody>
            <tr aria-hidden style={{ height: rows.above }} />
            {shown.map((invoice) => (
              <Row key={invoice.id} invoice={invoice} mayBill={mayBill} />
            ))}
            <tr aria-hidden style={{ height: rows.below }} />
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ invoice, mayBill }: { invoice: InvoiceSummary; mayBill: boolean }) {
  const late = daysLate(invoice, useToday());
  const isOpen = isOwed(invoice);
  return (
    <tr className={classes.row}>
      <td>
        <Link className={classes.number} data-row to="/invoices/$id" params={{ id: invoice.id }}>
          {invoice.number ?? words.status.draft}
        </Link>
      </td>
      <td className={classes.customer}>{invoice.customer.name || words.noCustomer}</td>
      <td>
        <InvoiceStatusBadge status={invoice.status} late={late} />
      </td>
      <td>{invoice.issued_on ? day(invoice.issued_on) : null}</td>
      <td data-late={late > 0 || undefined}>{invoice.due_on ? day(invoice.due_on) : null}</td>
      <td className={classes.amount}>{money(invoice.total, invoice.currency)}</td>
      <td className={classes.amount} data-late={late > 0 || undefined}>
        {isOpen ? money(invoice.balance, invoice.currency) : texts.ui.none}
      </td>
      <td className={classes.owner}>{invoice.owner?.name}</td>
      {mayBill ? (
        <td className={classes.acts}>{isOpen ? <MarkPaid invoice={invoice} quiet /> : null}</td>
      ) : null}
    </tr>
  );
}

function Card({ invoice }: { invoice: InvoiceSummary }) {
  const late = daysLate(invoice, useToday());
  return (
    <li>
      <Link className={classes.card} data-row to="/invoices/$id" params={{ id: invoice.id }}>
        <span className={classes.customer}>{invoice.customer.name || words.noCustomer}</span>
        <span className={classes.amount}>
          {money(isOwed(invoice) ? invoice.balance : invoice.total, invoice.currency)}
        </span>
        <span className={classes.soft}>
          {invoice.number ?? words.status.draft}
          {invoice.due_on ? ` · ${words.dueIn(day(invoice.due_on))}` : null}
        </span>
        <InvoiceStatusBadge status={invoice.status} late={late} />
      </Link>
    </li>
  );
}

function isOwed({ status, balance }: InvoiceSummary): boolean {
  return (status === "issued" || status === "partly_paid") && !balance.startsWith("-");
}
