import type { QueryClient } from "@tanstack/react-query";
import type { Lead } from "@/api/types.gen";
import type { LeadFilters } from "./queries";
import type { LeadPages } from "./shown";

/** Where the columns of boards lie in the cache. */
export const columnsKey = ["leads", "column"] as const;

/** What a board is narrowed by; its columns share it. */
export type BoardFilters = { owner?: string; q?: string; source?: string };

type Column = { filters: LeadFilters; pages: LeadPages; key: readonly unknown[] };

/**
 * Puts a lead into the column of its stage and takes it out of the others, on every board in the
 * cache: that is how a card moves at once, and how it goes back.
 */
export function placeInColumns(queries: QueryClient, lead: Lead) {
  const columns = columnsIn(queries);
  for (const column of columns) {
    const known = columns.some((one) => isSameBoard(one, column) && holds(one.pages, lead.id));
    const next = belongs(lead, column.filters, known)
      ? withLead(column.pages, lead, column.filters)
      : withoutLead(column.pages, lead.id);
    if (next !== column.pages) queries.setQueryData(column.key, next);
  }
}

/** Takes a lead off every board: it is archived, or hidden from this person. */
export function takeOutOfColumns(queries: QueryClient, id: string) {
  for (const { key, pages } of columnsIn(queries))
    queries.setQueryData(key, withoutLead(pages, id));
}

function columnsIn(queries: QueryClient): Column[] {
  return queries
    .getQueriesData<LeadPages>({ queryKey: columnsKey })
    .flatMap(([key, pages]) => (pages ? [{ key, pages, filters: key[2] as LeadFilters }] : []));
}

function isSameBoard({ filters: one }: Column, { filters: other }: Column): boolean {
  return one.owner === other.owner && one.q === other.q && one.source === other.source;
}

// Only the server knows what a search finds: a lead that is on the board already stays found.
function belongs(lead: Lead, filters: LeadFilters, isOnBoard: boolean): boolean {
  if (lead.stage !== filters.stage || lead.archived_at !== null) return false;
  if (filters.owner && filters.owner !== lead.owner.id) return false;
  if (isOnBoard) return true;
  if (filters.q || (filters.source && filters.source !== lead.source)) return false;
  return !filters.closed_from || (lead.closed_at ?? "") >= filters.closed_from;
}

function holds(pages: LeadPages, id: string): boolean {
  return pages.pages.some((page) => page.items.some((lead) => lead.id === id));
}

function withoutLead(list: LeadPages, id: string): LeadPages {
  if (!holds(list, id)) return list;
  const pages = list.pages.map((page) =>
    page.items.some((lead) => lead.id === id)
      ? { ...page, items: page.items.filter((lead) => lead.id !== id) }
      : page,
  );
  return { ...list, pages };
}

function withLead(list: LeadPages, lead: Lead, { sort }: LeadFilters): LeadPages {
  const rest = withoutLead(list, lead.id);
  const comesAfter = (one: Lead) =>
    sort === "next_follow_up_on" ? followsLater(one, lead) : enteredEarlier(one, lead);
  for (const [number, page] of rest.pages.entries()) {
    const at = page.items.findIndex(comesAfter);
    if (at >= 0) return put(rest, number, at, lead);
  }
  const last = rest.pages.length - 1;
  return put(rest, last, rest.pages[last]?.items.length ?? 0, lead);
}

function put(list: LeadPages, number: number, at: number, lead: Lead): LeadPages {
  const page = list.pages[number];
  if (!page) return list;
  return {
    ...list,
    pages: list.pages.with(number, { ...page, items: page.items.toSpliced(at, 0, lead) }),
  };
}

const LAST = "9999-12-31";

function followsLater(one: Lead, other: Lead): boolean {
  const [mine, theirs] = [one.next_follow_up_on ?? LAST, other.next_follow_up_on ?? LAST];
  return mine === theirs ? one.id > other.id : mine > theirs;
}

function enteredEarlier(one: Lead, other: Lead): boolean {
  return one.stage_entered_on <= other.stage_entered_on;
}
