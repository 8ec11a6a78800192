import { expect, test } from "vitest";
import { blankRow } from "@/ui/document/lines/rows";
import { complaintsOf } from "./complaints";
import { type Draft, differences, saidOf, takenOver, termsOf } from "./draft";

const place = {
  line1: null,
  line2: null,
  postcode: null,
  city: null,
  region: null,
  country: null,
};
const row = (description: string, unit_price: string) => ({
  ...blankRow(null),
  description,
  unit_price,
});
const draft: Draft = {
  subject: "Retrofit",
  valid_until: "2026-12-23",
  notes: "",
  terms: "",
  discount: { percent: "", amount: "" },
  customer: {
    name: "Northwind",
    contact_name: null,
    email: null,
    phone: null,
    vat_id: null,
    address: place,
  },
  rows: [row("Panel", "10"), row("", ""), row("Fitting", "5")],
};

test("an untouched line is not sent, and an id that a line got makes no change", () => {
  const said = saidOf(draft);
  expect(said.lines.map((line) => line.description)).toEqual(["Panel", "Fitting"]);
  const named = { ...draft, rows: draft.rows.map((one) => ({ ...one, id: "its id" })) };
  expect(differences(said, saidOf(named))).toEqual([]);
});

test("only what was written is told to the server", () => {
  const changed = { ...draft, subject: "Another", discount: { percent: "3", amount: "" } };
  expect(differences(saidOf(draft), saidOf(changed))).toEqual(["subject", "discount_percent"]);
});

test("what somebody else changed is taken over, and nothing besides", () => {
  const theirs = { ...draft, subject: "Theirs", notes: "Their notes", rows: [] };
  const merged = takenOver({ ...draft, notes: "Mine" }, theirs, ["subject", "lines"]);
  expect(merged).toMatchObject({ subject: "Theirs", notes: "Mine", rows: [] });
});

test("lines without a price are not added up, and sums find back to their lines", () => {
  const unpriced = { ...draft, rows: [row("Soon", ""), ...draft.rows] };
  const { terms, keys } = termsOf(unpriced);
  expect(terms.lines.map((line) => line.unit_price)).toEqual(["10", "5"]);
  expect(keys).toEqual([draft.rows[0]?.key, draft.rows[2]?.key]);
});

test("a complaint of the server stands at the very cell", () => {
  const fields = {
    "lines.1.unit_price": "This field is missing.",
    "lines.0.discount_percent": "Give a percentage from 0 to 100.",
    subject: "Too long.",
  };
  expect(Object.fromEntries(complaintsOf(fields, ["a", "b"]))).toEqual({
    a: { discount: "Give a percentage from 0 to 100." },
    b: { unit_price: "This field is missing." },
  });
});
