import { expect, test } from "vitest";
import { afterAct, rowsFromSheet } from "./lines";
import { blankRow, draftOf, isBlank, isUnfinished, typedDiscount } from "./rows";

const named = (description: string) => ({ ...blankRow(null), description, unit_price: "1" });
const words = (rows: { description: string }[]) => rows.map((row) => row.description).join("");
const [a, b, c] = [named("a"), named("b"), named("c")];

test("a line moves within the list and never out of it", () => {
  const rows = [a, b, c];
  expect(words(afterAct(rows, { type: "move", key: a.key, by: 1 }))).toBe("bac");
  expect(words(afterAct(rows, { type: "move", key: a.key, by: -1 }))).toBe("abc");
  expect(words(afterAct(rows, { type: "place", key: c.key, at: 0 }))).toBe("cab");
});

test("a removed line comes back where it was, with its id", () => {
  const kept = { ...b, id: "its id" };
  const rows = afterAct([a, kept, c], { type: "remove", key: kept.key });
  expect(words(rows)).toBe("ac");
  const back = afterAct(rows, { type: "restore", row: kept, at: 1 });
  expect(words(back)).toBe("abc");
  expect(back[1]?.id).toBe("its id");
});

test("a table pasted into an empty line fills it and adds the rest", () => {
  const empty = { ...blankRow(null), id: "its id" };
  const pasted = rowsFromSheet("Panel\t12\tpc\t189.50\t5 %\nInverter\t1\tpc\t1290", null) ?? [];
  const rows = afterAct([a, empty, c], { type: "paste", key: empty.key, rows: pasted });
  expect(words(rows)).toBe("aPanelInverterc");
  expect(rows[1]).toMatchObject({
    id: "its id",
    quantity: "12",
    unit_price: "189.50",
    discount: { percent: "5", amount: "" },
  });
});

test("a table without units is read by its numbers, and a sentence is no table", () => {
  expect(rowsFromSheet("Panel\t12\t189.50", null)?.[0]).toMatchObject({
    quantity: "12",
    unit: "pc",
    unit_price: "189.50",
  });
  for (const price of ["€ 189.50", "189,50 €", "$189.50", "189.50 EUR"])
    expect(rowsFromSheet(`Panel\t12\t${price}`, null)?.[0]).toMatchObject({
      unit: "pc",
      unit_price: "189.50",
    });
  expect(rowsFromSheet("Carpet\t20\tm2", null)?.[0]).toMatchObject({ unit: "m2", unit_price: "" });
  expect(rowsFromSheet("One sentence.\nAnother.", null)).toBe(null);
});

test("a discount is a share unless a currency is typed with it", () => {
  expect(typedDiscount("10")).toEqual({ percent: "10", amount: "" });
  expect(typedDiscount("2.5 %")).toEqual({ percent: "2.5", amount: "" });
  expect(typedDiscount("50 EUR")).toEqual({ percent: "", amount: "50" });
  expect(typedDiscount("€50")).toEqual({ percent: "", amount: "50" });
  expect(typedDiscount("")).toEqual({ percent: "", amount: "" });
  expect(typedDiscount("much")).toBe(null);
});

test("a line with a price but without words is unfinished, an untouched one is nothing", () => {
  expect(isBlank(blankRow(null))).toBe(true);
  expect(isUnfinished({ ...blankRow(null), unit_price: "5" })).toBe(true);
  expect(isUnfinished(a)).toBe(false);
  expect(draftOf({ ...a, quantity: "", unit: "" })).toMatchObject({ quantity: "1", unit: null });
});
