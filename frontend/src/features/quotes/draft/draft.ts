import type { Address, LineDraft, OfferTerms, Party, Quote, QuoteChange } from "@/api/types.gen";
import { afterAct, type LinesAct } from "@/ui/document/lines/lines";
import { type Discount, draftOf, isBlank, type Row, rowsOf } from "@/ui/document/lines/rows";

type CustomerFields = Pick<Party, "name" | "contact_name" | "email" | "phone" | "vat_id">;
export type Customer = CustomerFields & { address: Address };

/** A draft as it stands on the screen. */
export type Draft = {
  subject: string;
  valid_until: string;
  notes: string;
  terms: string;
  discount: Discount;
  customer: Customer;
  rows: Row[];
};

export type DraftAct =
  | LinesAct
  | { type: "write"; change: Partial<Draft> }
  | { type: "replace"; draft: Draft };

/** The draft after an act. */
export function afterDraftAct(draft: Draft, act: DraftAct): Draft {
  if (act.type === "write") return { ...draft, ...act.change };
  if (act.type === "replace") return act.draft;
  return { ...draft, rows: afterAct(draft.rows, act) };
}

/** A stored quote, ready to be written on. */
export function draftOfQuote(quote: Quote): Draft {
  const { name, contact_name, email, phone, vat_id, address } = quote.customer;
  return {
    subject: quote.subject ?? "",
    valid_until: quote.valid_until,
    notes: quote.notes ?? "",
    terms: quote.terms ?? "",
    discount: { percent: quote.discount_percent ?? "", amount: quote.discount_amount ?? "" },
    customer: { name, contact_name, email, phone, vat_id, address },
    rows: rowsOf(quote.lines),
  };
}

/** What the server is told of a draft, field by field; untouched lines are left out. */
export type Said = Required<Omit<QuoteChange, "currency" | "lines">> & { lines: LineDraft[] };

export function saidOf(draft: Draft): Said {
  return {
    subject: draft.subject.trim() || null,
    valid_until: draft.valid_until,
    notes: draft.notes.trim() || null,
    terms: draft.terms.trim() || null,
    discount_percent: draft.discount.percent || null,
    discount_amount: draft.discount.amount || null,
    customer: draft.customer,
    lines: writtenRows(draft).map(draftOf),
  };
}

/** The lines that are sent. */
export function writtenRows(draft: Draft): Row[] {
  return draft.rows.filter((row) => !isBlank(row));
}

export type Field = keyof Said;

/** The fields in which two states differ; a line's id makes no difference. */
export function differences(one: Said, other: Said): Field[] {
  const fields = Object.keys(one) as Field[];
  return fields.filter((field) => textOf(one[field]) !== textOf(other[field]));
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (key, inner) => (key === "id" ? undefined : inner));
}

/** The draft with some of its fields as another one has them. */
export function takenOver(draft: Draft, from: Draft, fields: readonly Field[]): Draft {
  const takes = (field: Field) => fields.includes(field);
  return {
    subject: takes("subject") ? from.subject : draft.subject,
    valid_until: takes("valid_until") ? from.valid_until : draft.valid_until,
    notes: takes("notes") ? from.notes : draft.notes,
    terms: takes("terms") ? from.terms : draft.terms,
    discount:
      takes("discount_percent") || takes("discount_amount") ? from.discount : draft.discount,
    customer: takes("customer") ? from.customer : draft.customer,
    rows: takes("lines") ? from.rows : draft.rows,
  };
}

/** What the server needs to add the draft up: lines that have a price, and whose they are. */
export function termsOf(draft: Draft): { terms: OfferTerms; keys: string[] } {
  const priced = draft.rows.filter((row) => row.unit_price);
  const said = priced.map((row) => {
    const { id: _, description: __, product_id: ___, ...numbers } = draftOf(row);
    return numbers;
  });
  const { percent, amount } = draft.discount;
  return {
    terms: { lines: said, discount_percent: percent || null, discount_amount: amount || null },
    keys: priced.map((row) => row.key),
  };
}
