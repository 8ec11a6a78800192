import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Lead } from "@/api/types.gen";
import { columnsKey } from "./columns";
import type { LeadFilters } from "./queries";
import { type LeadPages, showLead } from "./shown";

const ANNA = { id: "anna", name: "Anna" };

function aLead(fields: Partial<Lead>): Lead {
  return {
    id: "a",
    stage: "prospect",
    outcome: "open",
    owner: ANNA,
    source: null,
    next_follow_up_on: "2026-11-25",
    stage_entered_on: "2026-11-20",
    closed_at: null,
    archived_at: null,
    ...fields,
  } as Lead;
}

function aBoard(filters: LeadFilters, columns: Record<string, Lead[]>) {
  const queries = new QueryClient();
  const keys = Object.entries(columns).map(([stage, items]) => {
    const isOpen = stage !== "won";
    const sort = isOpen ? "next_follow_up_on" : "-stage_entered_at";
    const asked = { ...filters, stage, sort, ...(isOpen ? {} : { closed_from: "2026-11-01" }) };
    const page = { items, next_cursor: null, total: null };
    const key = [...columnsKey, asked];
    queries.setQueryData<LeadPages>(key, { pages: [page], pageParams: [null] });
    return [stage, key] as const;
  });
  const ids = () =>
    Object.fromEntries(
      keys.map(([stage, key]) => [
        stage,
        queries.getQueryData<LeadPages>(key)?.pages[0]?.items.map((lead) => lead.id),
      ]),
    );
  return { queries, ids };
}

test("a moved card stands in its new column, where its follow-up puts it", () => {
  const sooner = aLead({ id: "sooner", stage: "contacted", next_follow_up_on: "2026-11-24" });
  const later = aLead({ id: "later", stage: "contacted", next_follow_up_on: "2026-12-01" });
  const { queries, ids } = aBoard({}, { prospect: [aLead({})], contacted: [sooner, later] });
  showLead(queries, aLead({ stage: "contacted" }));
  expect(ids()).toEqual({ prospect: [], contacted: ["sooner", "a", "later"] });
});

test("a refused move goes back to where it came from", () => {
  const { queries, ids } = aBoard({}, { prospect: [aLead({})], contacted: [] });
  showLead(queries, aLead({ stage: "contacted" }));
  showLead(queries, aLead({}));
  expect(ids()).toEqual({ prospect: ["a"], contacted: [] });
});

test("a won card stands on top of what was won this month, not among older ones", () => {
  const won = aLead({ id: "w", stage: "won", outcome: "won", closed_at: "2026-11-10T10:00:00Z" });
  const { queries, ids } = aBoard({}, { prospect: [aLead({})], won: [won] });
  const today = { stage: "won", outcome: "won", stage_entered_on: "2026-11-23" } as const;
  showLead(queries, aLead({ ...today, closed_at: "2026-11-23T10:00:00Z" }));
  expect(ids()).toEqual({ prospect: [], won: ["a", "w"] });
  showLead(queries, aLead({ ...today, id: "old", closed_at: "2025-01-02T10:00:00Z" }));
  expect(ids()).toEqual({ prospect: [], won: ["a", "w"] });
});

test("a card leaves a board of one owner when it is given away, and joins that of the other", () => {
  const ben = { id: "ben", name: "Ben" };
  const { queries, ids } = aBoard({ owner: "anna" }, { prospect: [aLead({})] });
  showLead(queries, aLead({ owner: ben }));
  expect(ids()).toEqual({ prospect: [] });
  showLead(queries, aLead({}));
  expect(ids()).toEqual({ prospect: ["a"] });
});

test("what a search has not found does not appear on its board", () => {
  const { queries, ids } = aBoard({ q: "solar" }, { prospect: [aLead({})] });
  showLead(queries, aLead({ id: "other" }));
  expect(ids()).toEqual({ prospect: ["a"] });
});
