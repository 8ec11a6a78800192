import { expect, test } from "vitest";
import { readSearch } from "./search";

test("an address keeps the filters that the server knows and drops the rest", () => {
  const raw = { status: "overdue", sort: "-total", issued_from: "2026-11-01", colour: "red" };
  expect(readSearch(raw)).toEqual({
    status: "overdue",
    sort: "-total",
    issued_from: "2026-11-01",
  });
});

test("what would be refused by the server is left out of the question", () => {
  expect(readSearch({ status: "lost", due_to: "tomorrow", owner: "me", sort: "colour" })).toEqual(
    {},
  );
});

test("a number that is searched for stays text", () => {
  expect(readSearch({ q: 2026 })).toEqual({ q: "2026" });
});
