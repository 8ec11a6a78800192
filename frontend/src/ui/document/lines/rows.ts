import type { Line, LineDraft, Product, Tax } from "@/api/types.gen";
import { exact } from "@/lib/decimals";

/** A line while it is written; numbers are exact decimals, empty where nothing was typed yet. */
export type Row = {
  key: string;
  id?: string;
  product_id: string | null;
  description: string;
  quantity: string;
  unit: string;
  unit_price: string;
  discount: Discount;
  tax: LineTax | null;
};

/** A discount in percent or as an amount; both empty where there is none. */
export type Discount = { percent: string; amount: string };

export type LineTax = Pick<Tax, "rate" | "category"> & { reason: string | null };

/** The columns, in the order in which one writes. */
export const COLUMNS = [
  "description",
  "quantity",
  "unit",
  "unit_price",
  "discount",
  "tax",
] as const;
export type Column = (typeof COLUMNS)[number];

export type Change = Partial<Omit<Row, "key" | "id">>;

export const NO_DISCOUNT: Discount = { percent: "", amount: "" };
const USUAL_UNIT = "pc";

let made = 0;

/** An empty line; its tax is the workspace's usual one. */
export function blankRow(tax: LineTax | null): Row {
  made += 1;
  return {
    key: `row-${made}`,
    product_id: null,
    description: "",
    quantity: "1",
    unit: USUAL_UNIT,
    unit_price: "",
    discount: NO_DISCOUNT,
    tax,
  };
}

/** The lines of a stored document, ready to be written on. */
export function rowsOf(lines: readonly Line[]): Row[] {
  return lines.map((line) => ({
    ...blankRow({ rate: line.tax_rate, category: line.tax_category, reason: line.tax_reason }),
    id: line.id,
    product_id: line.product_id,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unit_price: line.unit_price,
    discount: { percent: line.discount_percent ?? "", amount: line.discount_amount ?? "" },
  }));
}

/**
 * What a product of the price list puts into a line.
 *
 * A line of an offer on which no tax is due (exports, reverse charge) stays without.
 */
export function filledBy(product: Product, taxes: readonly Tax[], row: Row): Change {
  const tax = isUntaxed(row.tax)
    ? undefined
    : taxes.find((one) => one.rate === product.tax_rate && one.category === product.tax_category);
  return {
    product_id: product.id,
    description: [product.name, product.description].filter(Boolean).join("\n"),
    unit: product.unit,
    unit_price: product.unit_price,
    ...(tax ? { tax: taxOf(tax) } : {}),
  };
}

export function taxOf(tax: Tax): LineTax {
  return { rate: tax.rate, category: tax.category, reason: tax.reason };
}

function isUntaxed(tax: LineTax | null): boolean {
  return tax !== null && tax.category !== "standard" && tax.category !== "zero";
}

/** The tax of the next line: as the last one has it, else the workspace's usual one. */
export function nextTax(rows: readonly Row[], taxes: readonly Tax[]): LineTax | null {
  return rows.at(-1)?.tax ?? usualTax(taxes);
}

export function usualTax(taxes: readonly Tax[]): LineTax | null {
  const usual = taxes.find((tax) => tax.default);
  return usual ? taxOf(usual) : null;
}

/** Whether nothing was written into a line yet. */
export function isBlank(row: Row): boolean {
  return !row.description.trim() && !row.unit_price && !row.product_id;
}

/** Whether a line still lacks what the server asks of every line. */
export function isUnfinished(row: Row): boolean {
  return !isBlank(row) && (!row.description.trim() || !row.unit_price);
}

/** A line as it is sent; an emptied quantity is one, an emptied unit stays as it was. */
export function draftOf(row: Row): LineDraft {
  return {
    id: row.id,
    product_id: row.product_id,
    description: row.description.trim() || null,
    quantity: row.quantity || "1",
    unit: row.unit.trim() || null,
    unit_price: row.unit_price || null,
    discount_percent: row.discount.percent || null,
    discount_amount: row.discount.amount || null,
    tax_rate: row.tax?.rate ?? null,
    tax_category: row.tax?.category ?? null,
    tax_reason: row.tax?.reason ?? null,
  };
}

/** A discount as it is typed: `10` or `10 %` is a share, `50 EUR` or `€50` an amount; else null. */
export function typedDiscount(text: string): Discount | null {
  if (!text.trim()) return NO_DISCOUNT;
  const number = exact(text.replace(/[^\d.,\s'’−-]/g, ""));
  if (number === null || number.startsWith("-")) return null;
  const isAmount = /\p{Sc}|\p{L}/u.test(text);
  return isAmount ? { percent: "", amount: number } : { percent: number, amount: "" };
}
