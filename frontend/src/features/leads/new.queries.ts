import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { createLead, type LeadDraft, listCompanies, listContacts } from "@/api";
import { refreshLists } from "./live";
import { leadQuery } from "./queries";
import { leadKeys } from "./shown";

const OFFERED = 8;

/** Companies whose names begin with what was typed. */
export const companiesLikeQuery = (q: string) =>
  queryOptions({
    queryKey: ["companies", "like", q],
    queryFn: async ({ signal }) =>
      (await listCompanies({ query: { q, limit: OFFERED, sort: "name" }, signal })).data.items,
    enabled: q.trim().length > 0,
    placeholderData: (before) => before,
  });

/** People whose names or addresses begin with what was typed. */
export const contactsLikeQuery = (q: string) =>
  queryOptions({
    queryKey: ["contacts", "like", q],
    queryFn: async ({ signal }) =>
      (await listContacts({ query: { q, limit: OFFERED, sort: "name" }, signal })).data.items,
    enabled: q.trim().length > 0,
    placeholderData: (before) => before,
  });

/** Opens a lead; the lists that may show it are read again. */
export function useCreateLead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: LeadDraft) => (await createLead({ body })).data,
    onSuccess: (lead) => {
      queries.setQueryData(leadQuery(lead.id).queryKey, lead);
      queries.invalidateQueries({ queryKey: leadKeys.columns });
      queries.invalidateQueries({ queryKey: ["metrics"] });
      queries.invalidateQueries({ queryKey: ["companies"] });
      queries.invalidateQueries({ queryKey: ["contacts"] });
      return refreshLists(queries);
    },
  });
}
