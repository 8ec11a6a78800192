import type { Invoice } from "@/api/types.gen";
import { changeBetween, type DraftForm, formOf } from "./form";

/** What two people did to one draft: fields that only the other changed, and those of both. */
export type Conflict = { by: string | null; took: string[]; both: string[]; theirs: DraftForm };

type Mine = { form: DraftForm; saved: DraftForm; base: Invoice };

/**
 * Brings what somebody else saved together with what is typed here.
 *
 * Fields that only the other changed are taken over; what is typed stays, also where both did.
 */
export function reconciled(mine: Mine, theirs: Invoice, by: string | null) {
  const their = formOf(theirs);
  const changedByThem = parts(formOf(mine.base), their);
  const changedHere = parts(mine.saved, mine.form);
  const took = changedByThem.filter((part) => !changedHere.includes(part));
  const both = changedByThem.filter((part) => changedHere.includes(part));
  const conflict: Conflict = { by, took, both, theirs: their };
  return { conflict, form: taking(mine.form, their, took), saved: their };
}

/** A form with some fields as the other one has them. */
export function taking(form: DraftForm, theirs: DraftForm, fields: string[]): DraftForm {
  const takes = (field: string) => fields.includes(field);
  const texts = Object.fromEntries(
    Object.entries(form.texts).map(([field, text]) => {
      const part = field.startsWith("customer.") ? "customer" : field;
      return [field, takes(part) ? theirs.texts[field as keyof DraftForm["texts"]] : text];
    }),
  ) as DraftForm["texts"];
  return {
    texts,
    rows: takes("lines") ? theirs.rows : form.rows,
    discount: takes("discount_percent") ? theirs.discount : form.discount,
    supply: takes("supplied_on") ? theirs.supply : form.supply,
    due_on: takes("due_on") ? theirs.due_on : form.due_on,
  };
}

const TOGETHER: Record<string, string> = {
  discount_amount: "discount_percent",
  supply_from: "supplied_on",
  supply_to: "supplied_on",
};

function parts(before: DraftForm, after: DraftForm): string[] {
  const names = Object.keys(changeBetween(before, after));
  return [...new Set(names.map((name) => TOGETHER[name] ?? name))];
}
