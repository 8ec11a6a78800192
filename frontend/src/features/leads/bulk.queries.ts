import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type BulkChange, bulkChangeLeads, type Lead } from "@/api";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { sayDone, sayRefused } from "@/ui/toasts";
import { type Group, grouped } from "./bulk";
import { refreshLead, refreshLists } from "./live";
import { dropLead, leadKeys, showLead } from "./shown";

const FEW = 20;

export type BulkEdit = {
  leads: Lead[];
  /** What changes for one lead. */
  change: (lead: Lead) => BulkChange;
  /** What brings it back to what it was. */
  undo: (lead: Lead) => BulkChange;
  shown: (lead: Lead) => Partial<Lead>;
  /** What was done, in words. */
  says: string;
};

/** Changes many leads; leads that get the same change get it together or not at all. */
export function useChangeMany() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ leads, change }: BulkEdit) => sendAll(grouped(leads, change)),
    onMutate: ({ leads, change, shown }) => {
      for (const lead of leads)
        if (leaves(lead, change(lead))) dropLead(queries, lead.id);
        else showLead(queries, { ...lead, ...shown(lead) });
    },
    onSuccess: (_, { leads, undo, says }) => sayDone(says, () => takeBack(queries, leads, undo)),
    onError: (error, { leads }) => {
      for (const lead of leads) showLead(queries, lead);
      sayRefused(refusalOf(error));
    },
    onSettled: (_, __, { leads }) => settle(queries, leads),
  });
}

async function takeBack(queries: QueryClient, leads: Lead[], undo: (lead: Lead) => BulkChange) {
  try {
    await sendAll(grouped(leads, undo));
    sayDone(texts.leads.undone);
  } catch (error) {
    sayRefused(refusalOf(error));
  }
  await refreshLists(queries);
  await settle(queries, []);
}

async function sendAll(groups: Group[]) {
  for (const body of groups) await bulkChangeLeads({ body });
}

// An archived lead leaves the list; a restored one leaves the list of archived ones.
const leaves = (lead: Lead, { archived }: BulkChange) =>
  archived !== undefined && archived !== (lead.archived_at !== null);

// The server decides follow-ups and signs: a few leads are read again one by one; of many, the list
// is read again as far as it is short, and else says that it may have changed.
async function settle(queries: QueryClient, leads: Lead[]) {
  queries.invalidateQueries({ queryKey: leadKeys.columns });
  queries.invalidateQueries({ queryKey: ["leads", "count"] });
  queries.invalidateQueries({ queryKey: ["metrics"] });
  if (leads.length > FEW) return refreshLists(queries);
  for (const { id } of leads) await refreshLead(queries, id);
}
