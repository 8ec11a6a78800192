import { useMutation, useQueryClient } from "@tanstack/react-query";
import { archiveLead, restoreLead, shareLead } from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { dropLead, knownLead, leadKeys, showLead } from "./shown";

/** Replaces the people who may see a private lead besides its owner. */
export function useShareLead(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `lead ${id}` },
    mutationFn: async (user_ids: string[]) =>
      (await shareLead({ path: { id }, body: { user_ids } })).data,
    onMutate: (shared_with) => {
      const before = knownLead(queries, id);
      if (before) showLead(queries, { ...before, shared_with });
      return { before };
    },
    onSuccess: (lead) => showLead(queries, lead),
    onError: (error, _ids, context) => {
      if (context?.before) showLead(queries, context.before);
      sayRefused(refusalOf(error));
    },
  });
}

/** Takes a lead out of the lists; nothing of it is lost. */
export function useArchiveLead(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `lead ${id}` },
    mutationFn: async () => (await archiveLead({ path: { id } })).data,
    onSuccess: (lead) => {
      dropLead(queries, id);
      queries.setQueryData(leadKeys.one(id), lead);
    },
    onError: (error) => sayRefused(refusalOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ["metrics"] }),
  });
}

/** Brings an archived lead back into the lists. */
export function useRestoreLead(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `lead ${id}` },
    mutationFn: async () => (await restoreLead({ path: { id } })).data,
    onSuccess: (lead) => {
      queries.setQueryData(leadKeys.one(id), lead);
      showLead(queries, lead);
      queries.invalidateQueries({ queryKey: leadKeys.lists });
    },
    onError: (error) => sayRefused(refusalOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ["metrics"] }),
  });
}
