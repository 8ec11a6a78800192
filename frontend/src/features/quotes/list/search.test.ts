import { expect, test } from "vitest";
import { quoteFilters, readSearch } from "./search";

test("an address keeps what the list understands and drops the rest", () => {
  const raw = { status: "sent", sort: "price", owner: "me", expiring: "yes", page: 3, q: 2026 };
  expect(readSearch(raw)).toEqual({ status: "sent", q: "2026" });
});

test("expiring quotes are open ones whose last day is within a week, the next one first", () => {
  expect(quoteFilters({ expiring: true }, "2026-11-23")).toEqual({
    status: "sent",
    valid_to: "2026-11-30",
    sort: "valid_until",
  });
});
