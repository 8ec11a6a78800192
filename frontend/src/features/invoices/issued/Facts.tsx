import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Invoice, Party } from "@/api/types.gen";
import { day, instant } from "@/lib/format";
import { countryName } from "@/lib/regions";
import { texts } from "@/texts";
import { IconArrowRight } from "@/ui/icons";
import { FromQuote } from "../FromQuote";
import { mailsQuery } from "../queries";
import classes from "./Issued.module.css";

const words = texts.invoices;

/** What the document says besides its lines, where it comes from, and how it went out. */
export function Facts({ invoice }: { invoice: Invoice }) {
  return (
    <dl className={classes.facts}>
      {invoice.number ? (
        <Fact label={words.columns.delivery}>
          <Delivery sent={invoice} />
          {invoice.delivery === "failed" || invoice.delivery === "queued" ? (
            <Trouble id={invoice.id} />
          ) : null}
        </Fact>
      ) : null}
      {invoice.issued_on ? (
        <Fact label={words.columns.issued}>{day(invoice.issued_on)}</Fact>
      ) : null}
      {invoice.due_on ? <Fact label={words.columns.due}>{day(invoice.due_on)}</Fact> : null}
      <Supplied invoice={invoice} />
      {invoice.purchase_order ? (
        <Fact label={words.purchaseOrder}>{invoice.purchase_order}</Fact>
      ) : null}
      {invoice.buyer_reference ? (
        <Fact label={words.buyerReference}>{invoice.buyer_reference}</Fact>
      ) : null}
      <Fact label={words.billTo}>
        <Address party={invoice.customer} />
      </Fact>
      {invoice.quote_id ? (
        <Fact label={words.quote}>
          <FromQuote id={invoice.quote_id} />
        </Fact>
      ) : null}
      {invoice.lead_id ? (
        <Fact label={words.lead}>
          <Link to="/leads/$id" params={{ id: invoice.lead_id }}>
            {words.toLead} <IconArrowRight size={13} aria-hidden />
          </Link>
        </Fact>
      ) : null}
      {invoice.replaces_id ? (
        <Fact label={words.replaces}>
          <Link to="/invoices/$id" params={{ id: invoice.replaces_id }}>
            {words.formerInvoice}
          </Link>
        </Fact>
      ) : null}
      {invoice.owner ? <Fact label={words.owner}>{invoice.owner.name}</Fact> : null}
    </dl>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A buyer or seller as printed. */
export function Address({ party }: { party: Party }) {
  const { address } = party;
  const town = [address.postcode, address.city].filter(Boolean).join(" ");
  const lines = [
    party.name,
    party.contact_name,
    address.line1,
    address.line2,
    town,
    address.region,
    address.country ? countryName(address.country) : null,
    party.vat_id,
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <span key={line} className={classes.block} dir="auto">
          {line}
        </span>
      ))}
      {party.email ? <Anchor href={`mailto:${party.email}`}>{party.email}</Anchor> : null}
    </>
  );
}

function Supplied({ invoice }: { invoice: Invoice }) {
  const { supplied_on, supply_from, supply_to } = invoice;
  if (supply_from && supply_to) {
    return <Fact label={words.supply}>{words.period(day(supply_from), day(supply_to))}</Fact>;
  }
  return supplied_on ? <Fact label={words.supply}>{day(supplied_on)}</Fact> : null;
}

type Sent = Pick<Invoice, "delivery" | "sent_at" | "sent_by" | "sent_to">;

/** How a document went out: to whom, by whom, and how far it came. */
export function Delivery({ sent }: { sent: Sent }) {
  if (!sent.sent_at || !sent.delivery) return words.notSent;
  return (
    <>
      <span className={classes.block} data-failed={sent.delivery === "failed" || undefined}>
        {words.delivery[sent.delivery]}
      </span>
      {sent.sent_to.length > 0 ? (
        <span className={classes.soft}>{words.sentTo(sent.sent_to.join(", "))}</span>
      ) : null}
      <span className={classes.soft}>
        {sent.sent_by ? words.sentBy(sent.sent_by.name, instant(sent.sent_at)) : null}
      </span>
    </>
  );
}

/** Why a mail did not go out yet, in the words of the mail server. */
function Trouble({ id }: { id: string }) {
  const { data } = useQuery(mailsQuery(id));
  const last = data?.[0];
  if (!last?.last_error) return null;
  return (
    <>
      <span className={classes.soft}>{words.mailRefused(last.last_error)}</span>
      {last.next_try_at ? (
        <span className={classes.soft}>{words.nextTry(instant(last.next_try_at))}</span>
      ) : null}
    </>
  );
}
