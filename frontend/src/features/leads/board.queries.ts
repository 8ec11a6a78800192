import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { countLeadsByStage, listLeads, listSources, type Stage, type StageSum } from "@/api";
import { byCursor } from "@/lib/paging";
import type { BoardFilters } from "./columns";
import type { LeadFilters } from "./queries";
import { leadKeys } from "./shown";

const PAGE = 50;
const SELDOM = 5 * 60_000;

/** The cards of one stage, page by page; of a closed stage those closed since a day. */
export const columnQuery = (filters: BoardFilters, stage: Stage, since: string) => {
  const asked = columnFilters(filters, stage, since);
  return infiniteQueryOptions({
    queryKey: [...leadKeys.columns, asked],
    queryFn: async ({ pageParam, signal }) =>
      (await listLeads({ query: { ...asked, cursor: pageParam, limit: PAGE }, signal })).data,
    ...byCursor,
    refetchOnWindowFocus: false,
  });
};

/** The heads of a board's columns, and the open leads all together. */
export type BoardSums = {
  byStage: ReadonlyMap<string, StageSum>;
  leads: number;
  value: string;
  currency: string;
};

/** How many leads each column holds and what they are worth together, as the server adds it up. */
export const boardSumsQuery = (filters: BoardFilters, since: string) =>
  queryOptions({
    queryKey: ["metrics", "board", filters, since],
    queryFn: async ({ signal }): Promise<BoardSums> => {
      const [open, closed] = await Promise.all([
        countLeadsByStage({ query: { ...filters, outcome: "open" }, signal }),
        countLeadsByStage({ query: { ...filters, closed_from: since }, signal }),
      ]);
      const { leads, value, currency } = open.data;
      return { byStage: heads(open.data.items, closed.data.items), leads, value, currency };
    },
    placeholderData: (before) => before,
  });

/** Where leads came from, the most frequent first. */
export const sourcesQuery = queryOptions({
  queryKey: ["leads", "sources"],
  queryFn: async ({ signal }) =>
    (await listSources({ signal })).data.items.map((one) => one.source),
  staleTime: SELDOM,
});

// What needs attention first stands on top; of closed deals the latest.
function columnFilters(filters: BoardFilters, stage: Stage, since: string): LeadFilters {
  const column = { ...filters, stage: stage.key };
  if (stage.outcome === "open") return { ...column, sort: "next_follow_up_on" };
  return { ...column, sort: "-stage_entered_at", closed_from: since };
}

// Each stage has its leads in one of the two answers and is empty in the other.
function heads(open: StageSum[], closed: StageSum[]): ReadonlyMap<string, StageSum> {
  const found = new Map(open.map((sum) => [sum.stage, sum]));
  for (const sum of closed) if (sum.leads > 0) found.set(sum.stage, sum);
  return found;
}
