import { Anchor, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { InvoiceSummary } from "@/api/types.gen";
import { day, money, shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { useToday } from "@/workspace/today";
import { daysLate } from "../lateness";
import { someInvoicesQuery } from "../queries";
import classes from "./Finance.module.css";

const words = texts.invoices;
const SHOWN = 7;

/** What is late, the longest first. */
export function Overdue() {
  const today = useToday();
  return (
    <Shortlist
      id="overdue"
      title={words.overdue}
      status="overdue"
      sort="due_on"
      empty={words.overdueEmpty}
      row={(invoice) => (
        <>
          <span className={classes.name}>{invoice.customer.name}</span>
          <span className={classes.amount}>{money(invoice.balance, invoice.currency)}</span>
          <span className={classes.detail}>
            {invoice.number}
            {invoice.due_on ? ` · ${words.dueIn(day(invoice.due_on))}` : null}
          </span>
          <span className={classes.late}>{words.late(daysLate(invoice, today))}</span>
        </>
      )}
    />
  );
}

/** Drafts that nobody issued yet. */
export function DraftsToFinish() {
  return (
    <Shortlist
      id="drafts"
      title={words.drafts}
      status="draft"
      sort="created_at"
      empty={words.draftsEmpty}
      row={(invoice) => (
        <>
          <span className={classes.name}>{invoice.customer.name || words.noCustomer}</span>
          <span className={classes.amount}>{money(invoice.total, invoice.currency)}</span>
          <span className={classes.detail}>
            {words.draftedOn(shortDay(invoice.created_at.slice(0, 10)))}
            {invoice.owner ? ` · ${invoice.owner.name}` : null}
          </span>
        </>
      )}
    />
  );
}

type Props = {
  id: string;
  title: string;
  status: "overdue" | "draft";
  sort: "due_on" | "created_at";
  empty: string;
  row: (invoice: InvoiceSummary) => ReactNode;
};

function Shortlist({ id, title, status, sort, empty, row }: Props) {
  const { data } = useQuery(someInvoicesQuery({ status, sort }));
  const all = data?.total ?? 0;
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 className={classes.heading} id={id}>
          {title}
        </h2>
        {all > SHOWN ? (
          <Anchor
            className={classes.count}
            renderRoot={(props) => <Link to="/invoices" search={{ status }} {...props} />}
          >
            {words.showAll(all)}
          </Anchor>
        ) : null}
      </div>
      {data ? null : <Skeleton height={40} mt={8} />}
      {data && data.items.length === 0 ? <p className={classes.quiet}>{empty}</p> : null}
      <ul className={classes.list}>
        {data?.items.slice(0, SHOWN).map((invoice) => (
          <li key={invoice.id}>
            <Link className={classes.short} to="/invoices/$id" params={{ id: invoice.id }}>
              {row(invoice)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
