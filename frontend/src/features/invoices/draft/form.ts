import type { Invoice, InvoiceChange, PartyDraft } from "@/api/types.gen";
import { type Discount, draftOf, isUnfinished, type Row, rowsOf } from "@/ui/document/lines/rows";

const OF_PARTY = ["name", "contact_name", "vat_id", "email"] as const;
const OF_ADDRESS = ["line1", "line2", "postcode", "city", "region", "country"] as const;
const OF_DOCUMENT = ["purchase_order", "buyer_reference", "payment_terms", "notes"] as const;

/** The fields of text, by the paths under which the server complains of them. */
export type TextField =
  | `customer.${(typeof OF_PARTY)[number]}`
  | `customer.address.${(typeof OF_ADDRESS)[number]}`
  | (typeof OF_DOCUMENT)[number]
  | "payment_days"
  | "prepaid";

export type Supply = {
  way: "issue" | "day" | "period";
  on: string | null;
  from: string | null;
  to: string | null;
};

/** A draft as it is typed. */
export type DraftForm = {
  texts: Record<TextField, string>;
  rows: Row[];
  discount: Discount;
  supply: Supply;
  due_on: string | null;
};

/** A stored draft, ready to be written on. */
export function formOf(invoice: Invoice): DraftForm {
  const { customer } = invoice;
  const texts = {
    ...paths("customer.", OF_PARTY, customer),
    ...paths("customer.address.", OF_ADDRESS, customer.address),
    ...paths("", OF_DOCUMENT, invoice),
    payment_days: String(invoice.payment_days),
    prepaid: Number(invoice.prepaid) === 0 ? "" : invoice.prepaid,
  } as DraftForm["texts"];
  return {
    texts,
    rows: rowsOf(invoice.lines),
    discount: {
      percent: invoice.discount_percent ?? "",
      amount: invoice.discount_amount ?? "",
    },
    supply: supplyOf(invoice),
    due_on: invoice.due_on,
  };
}

function paths<Name extends string>(
  before: string,
  names: readonly Name[],
  from: Record<Name, string | null>,
) {
  return Object.fromEntries(names.map((name) => [`${before}${name}`, from[name] ?? ""]));
}

function supplyOf({ supplied_on, supply_from, supply_to }: Invoice): Supply {
  const way = supply_from ? "period" : supplied_on ? "day" : "issue";
  return { way, on: supplied_on, from: supply_from, to: supply_to };
}

/** What the server has to be told so that what is typed stands there; empty for nothing. */
export function changeBetween(saved: DraftForm, form: DraftForm): InvoiceChange {
  const changed = (Object.keys(form.texts) as TextField[]).filter(
    (field) => form.texts[field] !== saved.texts[field],
  );
  const change: InvoiceChange = {};
  const customer = customerOf(changed, form);
  if (customer) change.customer = customer;
  for (const name of OF_DOCUMENT) {
    if (changed.includes(name)) change[name] = form.texts[name] || null;
  }
  if (changed.includes("prepaid")) change.prepaid = form.texts.prepaid || null;
  if (changed.includes("payment_days")) {
    change.payment_days = form.texts.payment_days ? Number(form.texts.payment_days) : null;
  }
  if (form.due_on !== saved.due_on) change.due_on = form.due_on;
  if (!isSame(form.discount, saved.discount)) {
    change.discount_percent = form.discount.percent || null;
    change.discount_amount = form.discount.amount || null;
  }
  if (!isSame(form.supply, saved.supply)) Object.assign(change, supplyChange(form.supply));
  if (!isSame(draftsOf(form.rows), draftsOf(saved.rows))) change.lines = draftsOf(form.rows);
  return change;
}

function customerOf(changed: TextField[], { texts }: DraftForm): PartyDraft | undefined {
  const party = OF_PARTY.filter((name) => changed.includes(`customer.${name}`));
  const address = OF_ADDRESS.filter((name) => changed.includes(`customer.address.${name}`));
  if (party.length + address.length === 0) return undefined;
  return {
    ...Object.fromEntries(party.map((name) => [name, texts[`customer.${name}`] || null])),
    ...(address.length > 0
      ? {
          address: Object.fromEntries(
            address.map((name) => [name, texts[`customer.address.${name}`] || null]),
          ),
        }
      : {}),
  };
}

// A period needs both days, and a day its day: until then the server is told nothing.
function supplyChange({ way, on, from, to }: Supply): InvoiceChange {
  if (way === "day") return on ? { supplied_on: on } : {};
  if (way === "period") return from && to ? { supply_from: from, supply_to: to } : {};
  return { supplied_on: null, supply_from: null, supply_to: null };
}

/** The lines that can be sent: a new one without words or price waits until it has both. */
export function sentRows(rows: readonly Row[]): Row[] {
  return rows.filter(
    (row) => row.id || (!isUnfinished(row) && (row.description || row.product_id)),
  );
}

const draftsOf = (rows: readonly Row[]) => sentRows(rows).map(draftOf);

export function isNothing(change: InvoiceChange): boolean {
  return Object.keys(change).length === 0;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The lines with the ids that the server gave to those which were sent. */
export function withIds(rows: readonly Row[], sent: readonly Row[], invoice: Invoice): Row[] {
  const ids = new Map(sent.map((row, at) => [row.key, invoice.lines[at]?.id]));
  return rows.map((row) => ({ ...row, id: ids.get(row.key) ?? row.id }));
}

/** Complaints by path, those of lines by the line's key: `lines.row-3.unit_price`. */
export function byRow(fields: Record<string, string>, rows: readonly { key: string }[]) {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const [, at, rest] = /^lines\.(\d+)\.(.+)$/.exec(path) ?? [];
      const row = at === undefined ? undefined : rows[Number(at)];
      return [row ? `lines.${row.key}.${rest}` : path, message];
    }),
  );
}
