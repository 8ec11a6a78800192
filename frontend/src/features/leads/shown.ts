import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Lead, LeadList } from "@/api/types.gen";
import { columnsKey, placeInColumns, takeOutOfColumns } from "./columns";

/** The pages of one list that were fetched so far. */
export type LeadPages = InfiniteData<LeadList, string | null>;

/**
 * Where leads lie in the cache: every list under one key, every column of a board under another,
 * every single lead under its id.
 */
export const leadKeys = {
  lists: ["leads", "list"] as const,
  columns: columnsKey,
  one: (id: string) => ["leads", "one", id] as const,
};

/** Puts one lead into every list and page that shows it, without fetching any of them again. */
export function showLead(queries: QueryClient, lead: Lead) {
  queries.setQueryData<Lead>(leadKeys.one(lead.id), (known) => (known ? lead : known));
  changeLists(queries, lead.id, (items, at) => items.with(at, lead));
  placeInColumns(queries, lead);
}

/** Takes a lead out of every list: it is archived, or hidden from this person. */
export function dropLead(queries: QueryClient, id: string) {
  changeLists(queries, id, (items, at) => items.toSpliced(at, 1), -1);
  takeOutOfColumns(queries, id);
}

/** The lead as the screen shows it at present, wherever it is shown. */
export function knownLead(queries: QueryClient, id: string): Lead | undefined {
  const one = queries.getQueryData<Lead>(leadKeys.one(id));
  if (one) return one;
  for (const queryKey of [leadKeys.lists, leadKeys.columns]) {
    for (const [, list] of queries.getQueriesData<LeadPages>({ queryKey })) {
      for (const page of list?.pages ?? []) {
        const found = page.items.find((lead) => lead.id === id);
        if (found) return found;
      }
    }
  }
}

/** Whether a list on the screen, or one that was left for a moment, holds a lead. */
export function isListed(queries: QueryClient, id: string): boolean {
  return queries
    .getQueriesData<LeadPages>({ queryKey: leadKeys.lists })
    .some(([, list]) => list?.pages.some((page) => page.items.some((lead) => lead.id === id)));
}

type Put = (items: Lead[], at: number) => Lead[];

function changeLists(queries: QueryClient, id: string, put: Put, more = 0) {
  queries.setQueriesData<LeadPages>({ queryKey: leadKeys.lists }, (list) =>
    list ? changed(list, id, put, more) : list,
  );
}

// Pages without the lead stay the same objects: with a thousand pages loaded that is what
// keeps an edit quick.
function changed(list: LeadPages, id: string, put: Put, more: number): LeadPages {
  for (const [number, page] of list.pages.entries()) {
    const at = page.items.findIndex((lead) => lead.id === id);
    if (at < 0) continue;
    const pages = list.pages.with(number, { ...page, items: put(page.items, at) });
    const first = pages[0];
    if (!more || !first || first.total === null) return { ...list, pages };
    return { ...list, pages: pages.with(0, { ...first, total: first.total + more }) };
  }
  return list;
}
