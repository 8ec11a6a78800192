import type { Tax } from "@/api/types.gen";
import { editable, exact, written } from "@/lib/decimals";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./LinesEditor.module.css";
import { type Discount, type LineTax, taxOf, typedDiscount } from "./rows";
import { type CellProps, TypedCell } from "./TypedCell";

type NumberProps = CellProps & {
  value: string;
  onChange: (value: string) => void;
  /** So many decimals are always shown. */
  least?: number;
};

/** A cell for a quantity or a price: typed as the reader writes, kept as an exact decimal. */
export function NumberCell({ value, onChange, least = 0, ...cell }: NumberProps) {
  const take = (text: string) => {
    const number = exact(text);
    if (number === null && text.trim()) return false;
    onChange(number ?? "");
    return true;
  };
  return (
    <TypedCell {...cell} shown={written(value, least)} edited={editable(value)} onType={take} />
  );
}

type DiscountProps = CellProps & {
  value: Discount;
  currency: string;
  onChange: (value: Discount) => void;
};

/** A cell for a discount: a number is a share in percent, one with a currency an amount. */
export function DiscountCell({ value, currency, onChange, ...cell }: DiscountProps) {
  const take = (text: string) => {
    const discount = typedDiscount(text);
    if (discount) onChange(discount);
    return discount !== null;
  };
  return (
    <TypedCell
      {...cell}
      shown={shownDiscount(value, currency)}
      edited={value.amount ? `${editable(value.amount)} ${currency}` : editable(value.percent)}
      onType={take}
      isText
    />
  );
}

function shownDiscount(value: Discount, currency: string): string {
  if (value.amount) return money(value.amount, currency);
  return value.percent ? `${written(value.percent)} %` : "";
}

type TextProps = CellProps & { value: string; onChange: (value: string) => void };

export function TextCell({ value, onChange, ...cell }: TextProps) {
  const take = (text: string) => {
    onChange(text);
    return true;
  };
  return <TypedCell {...cell} shown={value} edited={value} onType={take} isText />;
}

type TaxProps = CellProps & {
  value: LineTax | null;
  taxes: readonly Tax[];
  onChange: (tax: LineTax) => void;
};

const keyOf = (tax: LineTax) => `${tax.category} ${tax.rate} ${tax.reason ?? ""}`;

/** A cell for the tax: one of the workspace's, or the one that the line had before they changed. */
export function TaxCell({ value, taxes, onChange, ...cell }: TaxProps) {
  const known = taxes.map((tax) => ({ key: keyOf(taxOf(tax)), tax: taxOf(tax), name: tax.name }));
  const isKnown = !value || known.some((one) => one.key === keyOf(value));
  const former = value && !isKnown ? [{ key: keyOf(value), tax: value, name: "" }] : [];
  const choose = (key: string) => {
    const chosen = known.find((one) => one.key === key);
    if (chosen) onChange(chosen.tax);
  };
  return (
    <select
      className={classes.select}
      data-col={cell.column}
      aria-label={cell.label}
      aria-invalid={cell.complaint ? true : undefined}
      title={cell.complaint}
      value={value ? keyOf(value) : ""}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {value ? null : <option value="">{texts.lines.noTax}</option>}
      {[...former, ...known].map((one) => (
        <option key={one.key} value={one.key}>
          {texts.lines.taxName(written(one.tax.rate), one.name)}
        </option>
      ))}
    </select>
  );
}
