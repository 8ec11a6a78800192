import type { Invoice, InvoiceLine } from "@/api/types.gen";
import { written } from "@/lib/decimals";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { Totals } from "@/ui/document/Totals";
import { useMe } from "@/workspace/session";
import classes from "./Issued.module.css";

const words = texts.invoices;

/** What was billed, line by line, and what is left of it to pay. */
export function BilledLines({ invoice }: { invoice: Invoice }) {
  return (
    <section aria-label={words.lines}>
      <LineTable lines={invoice.lines} currency={invoice.currency} />
      <div className={classes.totals}>
        <Totals sums={invoice} after={after(invoice)} />
      </div>
      {invoice.payment_terms ? <p className={classes.prose}>{invoice.payment_terms}</p> : null}
      {invoice.notes ? <p className={classes.prose}>{invoice.notes}</p> : null}
    </section>
  );
}

type Billed = Pick<
  InvoiceLine,
  "id" | "description" | "quantity" | "unit" | "unit_price" | "tax_rate" | "net"
> &
  Partial<Pick<InvoiceLine, "credited_net" | "credited_quantity">>;

/** Lines of a document that is out. */
export function LineTable({ lines, currency }: { lines: readonly Billed[]; currency: string }) {
  return (
    <table className={classes.lines}>
      <thead>
        <tr>
          <th scope="col">{words.description}</th>
          <th scope="col" data-right>
            {texts.lines.shortQuantity}
          </th>
          <th scope="col" data-right>
            {words.unitPrice}
          </th>
          <th scope="col" data-right>
            {words.tax}
          </th>
          <th scope="col" data-right>
            {words.lineNet}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, currency }: { line: Billed; currency: string }) {
  const { workspace } = useMe();
  const [name = "", ...more] = line.description.split("\n");
  const isTaken = Number(line.credited_net ?? 0) !== 0;
  return (
    <tr>
      <td dir="auto">
        <span className={classes.name}>{name}</span>
        {more.length > 0 ? <span className={classes.soft}>{more.join(" ")}</span> : null}
        {isTaken ? (
          <span className={classes.taken}>
            {words.creditedSoFar(money(line.credited_net ?? "0", currency))}
          </span>
        ) : null}
      </td>
      <td data-right data-label={words.quantity}>
        {written(line.quantity)} {line.unit}
      </td>
      <td data-right data-label={words.unitPrice}>
        {written(line.unit_price, workspace.currency_decimals)}
      </td>
      <td data-right data-label={words.tax}>
        {written(line.tax_rate)} %
      </td>
      <td data-right data-label={words.lineNet}>
        {money(line.net, currency)}
      </td>
    </tr>
  );
}

function after(invoice: Invoice) {
  const is = (amount: string) => Number(amount) !== 0;
  return [
    ...(is(invoice.prepaid) ? [{ label: words.prepaid, amount: `-${invoice.prepaid}` }] : []),
    ...(is(invoice.paid) ? [{ label: words.paid, amount: negative(invoice.paid) }] : []),
    ...(is(invoice.credited)
      ? [{ label: words.creditedSum, amount: negative(invoice.credited) }]
      : []),
    ...(invoice.number && invoice.balance !== invoice.total
      ? [{ label: words.open, amount: invoice.balance, strong: true }]
      : []),
  ];
}

function negative(amount: string): string {
  return amount.startsWith("-") ? amount.slice(1) : `-${amount}`;
}
