import { useQueryClient } from "@tanstack/react-query";
import type { Workspace, WorkspaceChange } from "@/api/types.gen";
import { useChangeWorkspace, workspaceQuery } from "./queries";
import { useRecordForm } from "./useRecordForm";

/** A form on some of the company's fields. */
export function useWorkspaceForm<Values extends Record<string, unknown>>(
  workspace: Workspace,
  read: (workspace: Workspace) => Values,
) {
  const queries = useQueryClient();
  const change = useChangeWorkspace();
  return useRecordForm<Values>({
    values: read(workspace),
    version: workspace.version,
    save: (changed, version) => change.mutateAsync({ change: changed as WorkspaceChange, version }),
    reread: async (mustBeFresh) => {
      const fresh = await queries.fetchQuery({
        ...workspaceQuery,
        staleTime: mustBeFresh ? 0 : Number.POSITIVE_INFINITY,
      });
      return { values: read(fresh), version: fresh.version };
    },
  });
}
