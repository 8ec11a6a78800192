import type { Group } from "@/api/types.gen";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./Totals.module.css";

type Sums = {
  currency: string;
  lines_total: string;
  discount_total: string;
  net_total: string;
  total: string;
  taxes: readonly Group[];
};

type Props = {
  sums: Sums;
  /** The sums are of before the last change; new ones are on the way. */
  stale?: boolean;
  /** Rows after the total, such as what was paid: label and amount. */
  after?: readonly { label: string; amount: string; strong?: boolean }[];
};

/** What a document comes to, as the server worked it out. */
export function Totals({ sums, stale = false, after = [] }: Props) {
  const in_ = (amount: string) => money(amount, sums.currency);
  const discounted = Number(sums.discount_total) !== 0;
  return (
    <dl className={classes.totals} data-stale={stale || undefined} aria-live="polite">
      {discounted ? <Row label={texts.document.linesTotal}>{in_(sums.lines_total)}</Row> : null}
      {discounted ? (
        <Row label={texts.document.discount}>{in_(`-${sums.discount_total}`)}</Row>
      ) : null}
      <Row label={texts.document.net}>{in_(sums.net_total)}</Row>
      {sums.taxes.map((group) => (
        <Row
          key={`${group.category} ${group.rate} ${group.reason}`}
          label={
            group.category === "standard"
              ? texts.document.taxOf(group.rate)
              : (group.reason ?? texts.document.untaxed)
          }
        >
          {in_(group.tax)}
        </Row>
      ))}
      <Row label={texts.document.total} strong>
        {in_(sums.total)}
      </Row>
      {after.map((row) => (
        <Row key={row.label} label={row.label} strong={row.strong}>
          {in_(row.amount)}
        </Row>
      ))}
    </dl>
  );
}

type RowProps = { label: string; strong?: boolean; children: React.ReactNode };

function Row({ label, strong, children }: RowProps) {
  return (
    <div className={classes.row} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
