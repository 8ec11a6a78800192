import { expect, test } from "vitest";
import { daysFrom, money, percent } from "./format";

test("an amount beyond a float's precision keeps its cents", () => {
  expect(money("999999999999.99", "EUR").replace(/\s/g, "")).toContain("999,999,999,999.99");
});

test("no ratio is a dash, not zero", () => {
  expect(percent(null)).toBe("–");
  expect(percent("0.6324")).toBe("63.2%");
});

test("yesterday is called so", () => {
  expect(daysFrom("2026-11-23", "2026-11-22")).toBe("yesterday");
});
