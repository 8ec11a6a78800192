import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  createLead,
  getLead,
  type Lead,
  type LeadChange,
  type LeadDraft,
  type LeadList,
  type ListLeadsData,
  listLeads,
  updateLead,
} from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";

export type LeadFilters = Omit<NonNullable<ListLeadsData["query"]>, "cursor" | "limit" | "total">;

const PAGE = 100;

type Pages = { pages: LeadList[]; pageParams: (string | null)[] };

/** Leads page by page, as one scrolls. */
export const leadsQuery = (filters: LeadFilters) =>
  infiniteQueryOptions({
    queryKey: ["leads", "list", filters],
    queryFn: async ({ pageParam, signal }) =>
      (await listLeads({ query: { ...filters, cursor: pageParam, limit: PAGE }, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page: LeadList) => page.next_cursor,
  });

/** One lead with everything that stands on its page. */
export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: ["leads", "one", id],
    queryFn: async ({ signal }) => (await getLead({ path: { id }, signal })).data,
  });

type Edit = {
  change: LeadChange;
  /** How the lead looks until the server answers. */
  shown?: Partial<Lead>;
};

/**
 * Changes a lead: at once on the screen, taken back with the server's words when it refuses.
 *
 * Edits of one lead wait for each other, so that each carries the version that the last one made.
 */
export function useChangeLead(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `lead ${id}` },
    mutationFn: async ({ change }: Edit) => {
      const version = knownLead(queries, id)?.version;
      const headers = version === undefined ? {} : { "If-Match": `"${version}"` };
      return (await updateLead({ path: { id }, body: change, headers })).data;
    },
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey: ["leads"] });
      const before = knownLead(queries, id);
      if (before && shown) showLead(queries, { ...before, ...shown });
      return { before };
    },
    onSuccess: (lead) => showLead(queries, lead),
    onError: (error, _edit, context) => {
      if (context?.before) showLead(queries, context.before);
      sayRefused(refusalOf(error));
      queries.invalidateQueries({ queryKey: ["leads", "one", id] });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["metrics"] }),
  });
}

export function useCreateLead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: LeadDraft) => (await createLead({ body })).data,
    onSuccess: (lead) => {
      queries.setQueryData(leadQuery(lead.id).queryKey, lead);
      queries.invalidateQueries({ queryKey: ["leads", "list"] });
      queries.invalidateQueries({ queryKey: ["metrics"] });
    },
  });
}

/** Puts one lead into every list and page that shows it, without fetching any of them again. */
export function showLead(queries: QueryClient, lead: Lead) {
  queries.setQueryData(leadQuery(lead.id).queryKey, (known) => (known ? lead : known));
  queries.setQueriesData<Pages>({ queryKey: ["leads", "list"] }, (list) => withLead(list, lead));
}

function withLead(list: Pages | undefined, lead: Lead): Pages | undefined {
  if (!list?.pages.some((page) => page.items.some((one) => one.id === lead.id))) return list;
  const put = (one: Lead) => (one.id === lead.id ? lead : one);
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(put) })) };
}

function knownLead(queries: QueryClient, id: string): Lead | undefined {
  const one = queries.getQueryData(leadQuery(id).queryKey);
  if (one) return one;
  const lists = queries.getQueriesData<Pages>({ queryKey: ["leads", "list"] });
  const leads = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.items) ?? []);
  return leads.find((lead) => lead.id === id);
}
