import { expect, test } from "vitest";
import { addDays, addWorkingDays, nextMonday } from "./days";

test("three working days after a Thursday is a Tuesday", () => {
  expect(addWorkingDays("2026-11-26", 3)).toBe("2026-12-01");
});

test("next week begins on Monday, also for a Sunday and a Monday", () => {
  expect(nextMonday("2026-11-29")).toBe("2026-11-30");
  expect(nextMonday("2026-11-30")).toBe("2026-12-07");
});

test("days go over the end of a year and over the change of clocks", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
});
