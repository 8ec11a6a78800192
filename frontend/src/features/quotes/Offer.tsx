import type { Line, Quote } from "@/api/types.gen";
import { written } from "@/lib/decimals";
import { day, money } from "@/lib/format";
import { texts } from "@/texts";
import { Totals } from "@/ui/document/Totals";
import { useMe } from "@/workspace/session";
import classes from "./Offer.module.css";
import { Recipient } from "./Recipient";

/** An offer that is out, as it was sent. */
export function Offer({ quote }: { quote: Quote }) {
  return (
    <article className={classes.offer}>
      <div className={classes.top}>
        <section aria-label={texts.quotes.recipient}>
          <h2 className={classes.label}>{texts.quotes.recipient}</h2>
          <Recipient customer={quote.customer} />
        </section>
        <section>
          <h2 className={classes.subject} dir="auto">
            {quote.subject ?? texts.quotes.unnamed}
          </h2>
          <dl className={classes.facts}>
            {quote.issued_on ? <Fact name={texts.quotes.date}>{day(quote.issued_on)}</Fact> : null}
            <Fact name={texts.quotes.validUntil}>{day(quote.valid_until)}</Fact>
          </dl>
        </section>
      </div>
      <div className={classes.scroller}>
        <table className={classes.lines}>
          <caption className={classes.label}>{texts.lines.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.lines.description}</th>
              <th scope="col" className={classes.number}>
                {texts.lines.shortQuantity}
              </th>
              <th scope="col" className={classes.number}>
                {texts.lines.unit_price}
              </th>
              <th scope="col" className={classes.number}>
                {texts.lines.tax}
              </th>
              <th scope="col" className={classes.number}>
                {texts.lines.net}
              </th>
            </tr>
          </thead>
          <tbody>
            {quote.lines.map((line) => (
              <OfferLine key={line.id} line={line} currency={quote.currency} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.bottom}>
        <div className={classes.prose}>
          {quote.notes ? <Prose title={texts.quotes.notes} text={quote.notes} /> : null}
          {quote.terms ? <Prose title={texts.quotes.terms} text={quote.terms} /> : null}
        </div>
        <Totals sums={quote} />
      </div>
    </article>
  );
}

function OfferLine({ line, currency }: { line: Line; currency: string }) {
  const { workspace } = useMe();
  const discount = line.discount_amount
    ? money(line.discount_amount, currency)
    : line.discount_percent && `${written(line.discount_percent)} %`;
  const [name = "", ...more] = line.description.split("\n");
  return (
    <tr>
      <td className={classes.words} dir="auto">
        <span className={classes.name}>{name}</span>
        {more.length > 0 ? more.join("\n") : null}
      </td>
      <td className={classes.number} data-label={texts.lines.quantity}>
        {written(line.quantity)} {line.unit}
      </td>
      <td className={classes.number} data-label={texts.lines.unit_price}>
        {written(line.unit_price, workspace.currency_decimals)}
        {discount ? <small> −{discount}</small> : null}
      </td>
      <td className={classes.number} data-label={texts.lines.tax}>
        {written(line.tax_rate)} %
      </td>
      <td className={classes.number} data-label={texts.lines.net}>
        {money(line.net, currency)}
      </td>
    </tr>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Prose({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className={classes.label}>{title}</h2>
      <p dir="auto">{text}</p>
    </section>
  );
}
