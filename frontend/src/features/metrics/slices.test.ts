import { expect, test } from "vitest";
import { colorOf } from "./slices";

const NAMES = ["Website", "Referral", "Cold call", "LinkedIn", "Trade fair"];

test("no two of a few names share a colour", () => {
  expect(new Set(NAMES.map((name) => colorOf(name, NAMES))).size).toBe(NAMES.length);
});

test("a name keeps its colour whatever the order", () => {
  const turned = NAMES.toReversed();
  for (const name of NAMES) expect(colorOf(name, turned)).toBe(colorOf(name, NAMES));
});

test("names beyond the colours are grey, not alike to others", () => {
  const many = Array.from({ length: 12 }, (_, number) => `Source ${number}`);
  const colors = many.map((name) => colorOf(name, many));
  expect(new Set(colors).size).toBe(8);
});
