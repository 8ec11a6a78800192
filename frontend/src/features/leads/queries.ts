import {
  infiniteQueryOptions,
  type MutationOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  getLead,
  type Lead,
  type LeadChange,
  type ListLeadsData,
  listLeads,
  updateLead,
} from "@/api";
import { byCursor } from "@/lib/paging";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { changedFields, collides, sayChangedByOther } from "./conflict";
import { knownLead, leadKeys, showLead } from "./shown";

export { showLead } from "./shown";

export type LeadFilters = Omit<NonNullable<ListLeadsData["query"]>, "cursor" | "limit" | "count">;

const PAGE = 100;
/** A list of so many pages is fetched again as a whole without anybody noticing. */
export const FEW_PAGES = 3;

/**
 * Leads page by page, as one scrolls.
 *
 * A long list is never fetched again as a whole behind the reader's back; `live.ts` tells of news.
 */
export const leadsQuery = (filters: LeadFilters) =>
  infiniteQueryOptions({
    queryKey: [...leadKeys.lists, filters],
    queryFn: async ({ pageParam, signal }) =>
      (await listLeads({ query: { ...filters, cursor: pageParam, limit: PAGE }, signal })).data,
    ...byCursor,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: (query) => (query.state.data?.pages.length ?? 0) <= FEW_PAGES,
  });

/** How many leads a list holds on the server. */
export const leadsCountQuery = (filters: LeadFilters) =>
  queryOptions({
    queryKey: ["leads", "count", filters],
    queryFn: async ({ signal }) =>
      (await listLeads({ query: { ...filters, count: true, limit: 1 }, signal })).data.total ?? 0,
    staleTime: 30_000,
  });

/** Where the leads of a list are to be had as a CSV file. */
export function exportAddress({ sort: _, ...filters }: LeadFilters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/api/v1/leads/export?${query}`;
}

/** One lead with everything that stands on its page. */
export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: leadKeys.one(id),
    queryFn: async ({ signal }) => (await getLead({ path: { id }, signal })).data,
  });

export type LeadEdit = {
  change: LeadChange;
  /** How the lead looks until the server answers. */
  shown?: Partial<Lead>;
  /** Kinds of refusals that the caller answers himself, so that no toast tells of them. */
  answers?: readonly string[];
};

/** The name under which the edits of one lead wait for each other. */
export const editScope = (id: string) => `lead ${id}`;

/** Changes a lead; see `changing` for what happens meanwhile and when it is refused. */
export function useChangeLead(id: string) {
  const queries = useQueryClient();
  return useMutation(changing(queries, id));
}

/**
 * Saves what was typed over values of a lead, `began` being how they were when the typing began.
 *
 * Where a colleague's edit of them came in meanwhile, it stands and this person is asked.
 */
export function useTypedOver(id: string) {
  const queries = useQueryClient();
  const change = useChangeLead(id);
  return (edit: LeadEdit, began: Partial<Lead>) => {
    const now = knownLead(queries, id);
    const theirs = now ? changedFields({ ...now, ...began }, now) : [];
    if (collides(edit.change, theirs)) sayChangedByOther(theirs, () => change.mutate(edit));
    else change.mutate(edit);
  };
}

/** Changes any lead, for those who learn only at the last moment which one (a dropped card). */
export function changeLead(queries: QueryClient, id: string, edit: LeadEdit): Promise<Lead> {
  const mutation = queries.getMutationCache().build(queries, changing(queries, id));
  return mutation.execute(edit);
}

/**
 * One change of a lead: at once on the screen, taken back with the server's words when it refuses.
 *
 * Edits of one lead wait for each other, so that each carries the version that the last one made.
 * Where somebody else changed other fields meanwhile, both edits hold; where it is the same field,
 * his stands and this person is asked.
 */
function changing(
  queries: QueryClient,
  id: string,
): MutationOptions<Lead, unknown, LeadEdit, { before: Lead | undefined }> {
  const seen = new WeakMap<LeadEdit, Lead>();
  return {
    scope: { id: editScope(id) },
    onMutate: async (edit) => {
      await queries.cancelQueries({ queryKey: leadKeys.one(id) });
      const before = knownLead(queries, id);
      if (before) seen.set(edit, before);
      if (before && edit.shown) showLead(queries, { ...before, ...edit.shown });
      return { before };
    },
    mutationFn: async (edit) => {
      try {
        return await send(id, edit.change, knownLead(queries, id)?.version);
      } catch (error) {
        return await again(queries, id, edit, seen.get(edit), error);
      }
    },
    onSuccess: (lead) => showLead(queries, lead),
    onError: (error, edit, context) => {
      const refusal = refusalOf(error);
      if (refusal.status === 412) return;
      if (context?.before) showLead(queries, context.before);
      if (!edit.answers?.includes(refusal.kind)) sayRefused(refusal);
      queries.invalidateQueries({ queryKey: leadKeys.one(id) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["metrics"] }),
  };
}

async function send(id: string, body: LeadChange, version: number | undefined): Promise<Lead> {
  const headers = version === undefined ? {} : { "If-Match": `"${version}"` };
  return (await updateLead({ path: { id }, body, headers })).data;
}

// The lead was changed by somebody else: take the change to his version unless both meant the
// same field; then show his and offer to put one's own over it.
async function again(
  queries: QueryClient,
  id: string,
  edit: LeadEdit,
  seen: Lead | undefined,
  error: unknown,
): Promise<Lead> {
  if (refusalOf(error).status !== 412) throw error;
  const now = (await getLead({ path: { id } })).data;
  const theirs = seen ? changedFields(seen, now) : [];
  if (!collides(edit.change, theirs)) return send(id, edit.change, now.version);
  showLead(queries, now);
  sayChangedByOther(theirs, () => changeLead(queries, id, edit).catch(() => undefined));
  throw error;
}
