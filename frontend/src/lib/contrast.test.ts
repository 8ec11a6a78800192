import { expect, test } from "vitest";
import { contrast } from "./contrast";

test("black on white is as far apart as can be, and a colour is none from itself", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#7c3aed", "#7c3aed")).toBe(1);
});

test("the grey that just passes for text passes here", () => {
  expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
});
