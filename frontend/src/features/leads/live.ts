import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { Lead } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { editScope, FEW_PAGES, type LeadFilters, leadQuery } from "./queries";
import { dropLead, isListed, type LeadPages, leadKeys, showLead } from "./shown";

// What happened behind the lists since they were fetched: they offer to show it, since a list that
// moves by itself under the reader's hands is worse than one that is a minute old.
let news = 0;
const readers = new Set<() => void>();

function tell(count: number) {
  news = count;
  for (const read of readers) read();
}

/** Brings one lead up to date wherever it is shown; null says that any may have changed. */
export async function refreshLead(queries: QueryClient, id: string | null): Promise<void> {
  if (id === null) {
    queries.invalidateQueries({ queryKey: ["leads", "one"] });
    queries.invalidateQueries({ queryKey: ["leads", "count"], refetchType: "none" });
    queries.invalidateQueries({ queryKey: leadKeys.columns });
    return tell(news + 1);
  }
  // An edit that is under way brings the lead along with its answer.
  if (queries.isMutating({ predicate: ({ options }) => options.scope?.id === editScope(id) }))
    return;
  try {
    const lead = await queries.fetchQuery({ ...leadQuery(id), staleTime: 0 });
    const wasListed = isListed(queries, id);
    showLead(queries, lead);
    if (!wasListed && isMissed(queries, lead)) tell(news + 1);
  } catch (error) {
    if (refusalOf(error).status !== 404) return;
    dropLead(queries, id);
    queries.removeQueries({ queryKey: leadKeys.one(id) });
  }
}

// Whether a list on the screen may lack the lead; words and ranges are the server's to judge.
function isMissed(queries: QueryClient, lead: Lead): boolean {
  const lists = queries.getQueryCache().findAll({ queryKey: leadKeys.lists, type: "active" });
  return lists.some(({ queryKey }) => mayFit(lead, (queryKey[2] ?? {}) as LeadFilters));
}

/** Whether a lead may belong to a list, by the filters that can be told from the lead alone. */
export function mayFit(lead: Lead, filters: LeadFilters): boolean {
  const facts: [unknown, unknown][] = [
    [filters.stage, lead.stage],
    [filters.owner, lead.owner.id],
    [filters.outcome, lead.outcome],
    [filters.visibility, lead.visibility],
    [filters.follow_up, lead.follow_up],
    [filters.company, lead.company?.id],
    [filters.contact, lead.contact?.id],
    [filters.undated || undefined, lead.expected_close_on === null],
    [filters.archived ?? false, lead.archived_at !== null],
  ];
  return facts.every(([wanted, is]) => wanted === undefined || wanted === is);
}

/** Reads short lists again as a whole; long ones offer it. */
export async function refreshLists(queries: QueryClient) {
  queries.invalidateQueries({ queryKey: ["leads", "one"] });
  queries.invalidateQueries({ queryKey: ["leads", "count"] });
  queries.invalidateQueries({ queryKey: leadKeys.columns });
  for (const [queryKey, list] of queries.getQueriesData<LeadPages>({ queryKey: leadKeys.lists }))
    if ((list?.pages.length ?? 0) > FEW_PAGES) tell(news + 1);
    else await queries.invalidateQueries({ queryKey });
}

/** How much has happened that the lists do not show yet. */
export function useNews(): number {
  return useSyncExternalStore(
    (read) => {
      readers.add(read);
      return () => readers.delete(read);
    },
    () => news,
  );
}

/** Fetches a list anew from its top, and only its first page. */
export async function showNews(queries: QueryClient, queryKey: readonly unknown[]) {
  tell(0);
  queries.invalidateQueries({ queryKey: ["leads", "count"] });
  queries.setQueryData<{ pages: unknown[]; pageParams: unknown[] }>(queryKey, (list) =>
    list ? { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) } : list,
  );
  await queries.refetchQueries({ queryKey, exact: true });
}

/** Says that a list was fetched anew, so that nothing is news to it. */
export const forgetNews = () => tell(0);
