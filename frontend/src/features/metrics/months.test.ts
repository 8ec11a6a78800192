import { expect, test } from "vitest";
import { addMonths, unsigned } from "./months";

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
