import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { Stage, User } from "@/api";
import { listPipelines, listUsers } from "@/api";

const SELDOM = 5 * 60_000;

/** The default pipeline, whose stages colour everything. */
export const pipelineQuery = queryOptions({
  queryKey: ["pipelines", "default"],
  queryFn: async ({ signal }) => {
    const pipeline = (await listPipelines({ signal })).data.items[0];
    if (!pipeline) throw new Error("This workspace has no pipeline.");
    return pipeline;
  },
  staleTime: SELDOM,
});

/** Everybody of the workspace, for choosing owners and naming people. */
export const peopleQuery = queryOptions({
  queryKey: ["users", "all"],
  queryFn: async ({ signal }) => (await listUsers({ signal, query: { limit: 200 } })).data.items,
  staleTime: SELDOM,
});

/** The stages in order. */
export function useStages(): Stage[] {
  return useSuspenseQuery(pipelineQuery).data.stages;
}

/** The people who can be chosen as an owner. */
export function usePeople(): User[] {
  return useSuspenseQuery(peopleQuery).data.filter((user) => user.active);
}
