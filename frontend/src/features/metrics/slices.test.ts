import { expect, test } from "vitest";
import type { FigureGroups } from "@/api/types.gen";
import { colorOf, slicesOf } from "./slices";

const RANKED = ["Website", "Referral", "Cold call", "LinkedIn", "Trade fair"];
const share = { leads: 2, value: "100.00", weighted_value: null };

test("a source has one colour in any case, and no two of a few share one", () => {
  expect(colorOf("website", RANKED)).toBe(colorOf("Website", RANKED));
  expect(new Set(RANKED.map((name) => colorOf(name, RANKED))).size).toBe(RANKED.length);
});

test("names beyond the colours are grey, like those that nobody ranked", () => {
  const many = Array.from({ length: 12 }, (_, number) => `Source ${number}`);
  expect(new Set(many.map((name) => colorOf(name, many))).size).toBe(8);
  expect(colorOf("Source 11", many)).toBe(colorOf("", many));
});

test("what counts in a forecast is weighted, elsewhere the value", () => {
  const groups: FigureGroups = {
    ...share,
    by_stage: [{ ...share, weighted_value: "50.00", stage: "won", name: "Won", color: "#16a34a" }],
    by_source: [{ ...share, source: null }],
    by_rep: [],
    currency: "EUR",
    scope: "all",
  };
  const ranks = { sources: RANKED, people: [] };
  expect(slicesOf(groups, "stage", ranks)[0]?.value).toBe("50.00");
  expect(slicesOf(groups, "source", ranks)[0]).toMatchObject({ key: "", value: "100.00" });
});
