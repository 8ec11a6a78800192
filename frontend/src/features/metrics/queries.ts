import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  getFigureGroups,
  getMonth,
  getPipelineFigures,
  getSummary,
  getTargets,
  type ListLeadsBehindData,
  listLeadsBehind,
  listMonths,
  listSources,
  setTargets,
} from "@/api";
import { byCursor } from "@/lib/paging";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";

export type Behind = ListLeadsBehindData["query"];
export type Figure = Behind["figure"];
const PAGE = 100;

// What was known stays on the screen while it is fetched again: figures change, they do not flicker.
const placeholderData = keepPreviousData;

/** The present month beside the one before, of one owner's deals or all. */
export const summaryQuery = (owner?: string) =>
  queryOptions({
    queryKey: ["metrics", "summary", owner],
    queryFn: async ({ signal }) => (await getSummary({ query: { owner }, signal })).data,
    placeholderData,
  });

/** Every month of a span, oldest first. */
export const monthsQuery = (from: string, to: string, owner?: string) =>
  queryOptions({
    queryKey: ["metrics", "months", from, to, owner],
    queryFn: async ({ signal }) =>
      (await listMonths({ query: { from, to, owner }, signal })).data.items,
    placeholderData,
  });

/** One month by stage, source and rep. */
export const monthQuery = (month: string, owner?: string) =>
  queryOptions({
    queryKey: ["metrics", "month", month, owner],
    queryFn: async ({ signal }) =>
      (await getMonth({ path: { month }, query: { owner }, signal })).data,
    placeholderData,
  });

/** The open leads by stage, now. */
export const pipelineFiguresQuery = (owner?: string) =>
  queryOptions({
    queryKey: ["metrics", "pipeline", owner],
    queryFn: async ({ signal }) => (await getPipelineFigures({ query: { owner }, signal })).data,
    placeholderData,
  });

/** A figure's leads by stage, source and rep, each kind narrowed by the other two. */
export const groupsQuery = (month: string, asked: Behind) =>
  queryOptions({
    queryKey: ["metrics", "groups", month, asked],
    queryFn: async ({ signal }) =>
      (await getFigureGroups({ path: { month }, query: asked, signal })).data,
    placeholderData,
  });

/** The very leads behind a figure, page by page. */
export const behindQuery = (month: string, asked: Behind) =>
  infiniteQueryOptions({
    queryKey: ["metrics", "behind", month, asked],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...asked, cursor: pageParam, limit: PAGE };
      return (await listLeadsBehind({ path: { month }, query, signal })).data;
    },
    ...byCursor,
    placeholderData,
  });

/** Where leads came from, the most frequent first; their colours go by it. */
export const sourcesQuery = queryOptions({
  queryKey: ["metrics", "sources"],
  queryFn: async ({ signal }) =>
    (await listSources({ signal })).data.items.map(({ source }) => source),
  placeholderData,
});

type TargetEdit = { month: string; userId?: string; amount: string | null };

/** Sets one target of a month, the team's or a user's; the others stay as the server has them. */
export function useSetTarget() {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: "targets" },
    mutationFn: async ({ month, userId, amount }: TargetEdit) => {
      const { target, users } = (await getTargets({ query: { month } })).data;
      const others = users
        .filter(({ user }) => user.id !== userId)
        .map(({ user, target }) => ({ user_id: user.id, target }));
      const changed = userId && amount !== null ? [{ user_id: userId, target: amount }] : [];
      const body = { target: userId ? target : amount, users: [...others, ...changed] };
      return (await setTargets({ query: { month }, body })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["metrics"] }),
    onError: (error) => {
      if (Object.keys(refusalOf(error).fields).length === 0) sayRefused(refusalOf(error));
    },
  });
}
