import { expect, test } from "vitest";
import { addMonths, daysOf, unsigned } from "./months";

test("months go over the ends of years, both ways", () => {
  expect(addMonths("2026-11", 2)).toBe("2027-01");
  expect(addMonths("2026-11", -11)).toBe("2025-12");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2026-12", 0)).toBe("2026-12");
});

test("an amount loses its sign and nothing else", () => {
  expect(unsigned("-24854.32")).toBe("24854.32");
  expect(unsigned("14535.08")).toBe("14535.08");
});

test("a month ends on its last day, in leap years too", () => {
  expect(daysOf("2028-02")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
  expect(daysOf("2026-12")).toEqual({ first: "2026-12-01", last: "2026-12-31" });
});
