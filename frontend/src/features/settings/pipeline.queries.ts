import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  createStage,
  deleteStage,
  listLeads,
  type Pipeline,
  type StageChange,
  type StageDraft,
  updatePipeline,
  updateStage,
} from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { pipelineQuery } from "@/workspace/reference";

export { pipelineQuery } from "@/workspace/reference";

/** How many leads stand in a stage. */
export const leadsInQuery = (stage: string) =>
  queryOptions({
    queryKey: ["leads", "count", "stage", stage],
    queryFn: async ({ signal }) => {
      const query = { stage, limit: 1, count: true };
      return (await listLeads({ query, signal })).data.total ?? 0;
    },
  });

/** The whole pipeline is the answer of every change, so nothing is fetched again. */
function useShow() {
  const queries = useQueryClient();
  return (pipeline: Pipeline) => {
    queries.setQueryData(pipelineQuery.queryKey, pipeline);
    queries.invalidateQueries({ queryKey: ["metrics"] });
  };
}

const match = ({ version }: Pick<Pipeline, "version">) => ({ "If-Match": `"${version}"` });

/** Puts the stages into another order: at once on the screen, taken back where it is refused. */
export function useOrderStages(pipeline: Pipeline) {
  const queries = useQueryClient();
  const show = useShow();
  return useMutation({
    scope: { id: "pipeline" },
    mutationFn: async (keys: string[]) =>
      (await updatePipeline({ path: { id: pipeline.id }, body: { stages: keys } })).data,
    onMutate: (keys) => {
      const stages = keys.flatMap((key) => pipeline.stages.filter((stage) => stage.key === key));
      queries.setQueryData(pipelineQuery.queryKey, { ...pipeline, stages });
    },
    onSuccess: show,
    onError: (error) => {
      queries.setQueryData(pipelineQuery.queryKey, pipeline);
      sayRefused(refusalOf(error));
      queries.invalidateQueries({ queryKey: pipelineQuery.queryKey });
    },
  });
}

export function useAddStage(pipeline: Pipeline) {
  return useMutation({
    mutationFn: async (body: StageDraft) =>
      (await createStage({ path: { id: pipeline.id }, body })).data,
    onSuccess: useShow(),
  });
}

export type StageEdit = { key: string; version: number; change: StageChange };

/** Changes a stage; refused with 412 where somebody else changed the pipeline in between. */
export function useChangeStage(pipelineId: string) {
  return useMutation({
    mutationFn: async ({ key, version, change }: StageEdit) => {
      const path = { id: pipelineId, key };
      return (await updateStage({ path, body: change, headers: match({ version }) })).data;
    },
    onSuccess: useShow(),
  });
}

export type StageRemoval = { key: string; moveTo: string | null };

export function useRemoveStage(pipeline: Pipeline) {
  const queries = useQueryClient();
  const show = useShow();
  return useMutation({
    mutationFn: async ({ key, moveTo }: StageRemoval) => {
      const path = { id: pipeline.id, key };
      return (await deleteStage({ path, query: { move_to: moveTo }, headers: match(pipeline) }))
        .data;
    },
    onSuccess: (answer) => {
      show(answer);
      queries.invalidateQueries({ queryKey: ["leads"] });
    },
  });
}
