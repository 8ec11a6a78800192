import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { refresh } from "./live";

const refreshLead = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("@/features/leads/live", () => ({ refreshLead }));

const KEYS = [
  ["metrics", "summary"],
  ["quotes", "one", "q"],
  ["quotes", "one", "other"],
  ["invoices", "list"],
  ["leads", "list", {}],
  ["leads", "timeline", "l"],
  ["leads", "timeline", "m"],
  ["users", "all"],
];

function cache() {
  const queries = new QueryClient();
  for (const key of KEYS) queries.setQueryData(key, { id: key[2], version: 3 });
  return queries;
}

function stale(queries: QueryClient) {
  return KEYS.filter((key) => queries.getQueryState(key)?.isInvalidated).map((key) =>
    key.join(" "),
  );
}

const change = (noun: string, id: string, lead_id: string | null = null, version = 4) => ({
  noun,
  id,
  version,
  lead_id,
});

test("a lead that moves brings the figures and its timeline up to date, and no long list", async () => {
  const queries = cache();
  await refresh(queries, { changes: [change("lead", "l", "l")], missed: false });
  expect(stale(queries)).toEqual(["metrics summary", "leads timeline l"]);
  expect(refreshLead).toHaveBeenLastCalledWith(queries, "l");
});

test("one's own write that comes back is not fetched again", async () => {
  const queries = cache();
  await refresh(queries, { changes: [change("quote", "q", "l", 3)], missed: false });
  expect(stale(queries)).not.toContain("quotes one q");
  await refresh(queries, { changes: [change("quote", "q", "l", 4)], missed: false });
  expect(stale(queries)).toContain("quotes one q");
});

test("many leads at once are not fetched one by one", async () => {
  refreshLead.mockClear();
  const many = Array.from({ length: 30 }, (_, number) => change("lead", `${number}`, `${number}`));
  const queries = cache();
  await refresh(queries, { changes: many, missed: false });
  expect(refreshLead.mock.calls).toEqual([[queries, null]]);
});

test("when more happened than is told, everything but the long lists is out of date", async () => {
  const queries = cache();
  await refresh(queries, { changes: [], missed: true });
  expect(stale(queries).length).toBe(KEYS.length - 1);
  expect(refreshLead).toHaveBeenLastCalledWith(queries, null);
});
