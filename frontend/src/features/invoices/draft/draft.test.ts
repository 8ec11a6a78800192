import { expect, test } from "vitest";
import type { Invoice, InvoiceLine } from "@/api/types.gen";
import { reconciled } from "./conflict";
import { byRow, changeBetween, formOf, isNothing, sentRows, withIds } from "./form";

const line = (id: string, description: string) =>
  ({
    id,
    product_id: null,
    description,
    quantity: "1",
    unit: "pc",
    unit_price: "5.00",
    discount_percent: null,
    discount_amount: null,
    tax_rate: "19",
    tax_category: "standard",
    tax_reason: null,
  }) as InvoiceLine;

const draft = (change: Partial<Invoice> = {}) =>
  ({
    customer: { name: "Contoso", address: { city: "Hamburg" } },
    lines: [line("one", "Panel"), line("two", "Cable")],
    payment_days: 14,
    prepaid: "0.00",
    notes: "Thank you",
    ...change,
  }) as Invoice;

test("a draft that nobody touched has nothing to save", () => {
  const form = formOf(draft());
  expect(isNothing(changeBetween(form, form))).toBe(true);
});

test("only what was typed is sent, and an emptied field is emptied", () => {
  const saved = formOf(draft());
  const texts = { ...saved.texts, "customer.address.city": "Kiel", notes: "" };
  expect(changeBetween(saved, { ...saved, texts })).toEqual({
    customer: { address: { city: "Kiel" } },
    notes: null,
  });
});

test("a new line waits until it has words and a price; known lines keep their ids", () => {
  const saved = formOf(draft());
  const begun = { ...formOf(draft()).rows[0], key: "new", id: undefined, unit_price: "" };
  const rows = [...saved.rows, begun as (typeof saved.rows)[0]];
  expect(isNothing(changeBetween(saved, { ...saved, rows }))).toBe(true);
  const priced = rows.map((row) => (row.key === "new" ? { ...row, unit_price: "3" } : row));
  const change = changeBetween(saved, { ...saved, rows: priced });
  expect(change.lines?.map(({ id }) => id)).toEqual(["one", "two", undefined]);
});

test("a line that the server has just stored goes on under the server's id", () => {
  const { rows } = formOf(draft());
  const fresh = { ...rows[0], key: "new", id: undefined } as (typeof rows)[0];
  const sent = sentRows([...rows, fresh]);
  const answer = draft({ lines: [...draft().lines, line("three", "Panel")] });
  expect(withIds([...rows, fresh], sent, answer).map(({ id }) => id)).toEqual([
    "one",
    "two",
    "three",
  ]);
});

test("half a period of supply is not sent", () => {
  const saved = formOf(draft());
  const supply = { way: "period", on: null, from: "2026-11-01", to: null } as const;
  expect(isNothing(changeBetween(saved, { ...saved, supply }))).toBe(true);
});

test("what the server says of a line stands at that line, wherever it is shown", () => {
  const rows = [{ key: "a" }, { key: "b" }];
  expect(byRow({ "lines.1.unit": "Give the unit.", lines: "Add one." }, rows)).toEqual({
    "lines.b.unit": "Give the unit.",
    lines: "Add one.",
  });
});

test("what a colleague alone changed is taken over, and what both changed stays as typed", () => {
  const base = draft();
  const saved = formOf(base);
  const form = { ...saved, texts: { ...saved.texts, notes: "Mine" } };
  const theirs = draft({ notes: "Theirs", payment_days: 30 });
  const { conflict, form: now } = reconciled({ form, saved, base }, theirs, "Marie");
  expect(conflict).toMatchObject({ by: "Marie", took: ["payment_days"], both: ["notes"] });
  expect(now.texts.notes).toBe("Mine");
  expect(now.texts.payment_days).toBe("30");
});
