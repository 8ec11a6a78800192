import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type Company,
  type CompanyChange,
  type Contact,
  type ContactChange,
  getCompany,
  getContact,
  listCompanies,
  listContacts,
  updateCompany,
  updateContact,
} from "@/api";

const FEW = 8;

/** The people whose name, address or phone begins with the words. */
export const contactsQuery = (q: string) =>
  queryOptions({
    queryKey: ["contacts", "found", q],
    queryFn: async ({ signal }) =>
      (await listContacts({ query: { q, limit: FEW }, signal })).data.items,
    placeholderData: (before) => before,
  });

/** The organisations whose name begins with the words. */
export const companiesQuery = (q: string) =>
  queryOptions({
    queryKey: ["companies", "found", q],
    queryFn: async ({ signal }) =>
      (await listCompanies({ query: { q, limit: FEW }, signal })).data.items,
    placeholderData: (before) => before,
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: async ({ signal }) => (await getContact({ path: { id }, signal })).data,
  });

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ["companies", "one", id],
    queryFn: async ({ signal }) => (await getCompany({ path: { id }, signal })).data,
  });

/** Changes a person, for every lead of theirs; whoever edits shows the refusal. */
export function useChangeContact(contact: Contact) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: ContactChange) => {
      const headers = { "If-Match": `"${contact.version}"` };
      return (await updateContact({ path: { id: contact.id }, body, headers })).data;
    },
    onSuccess: (changed) => {
      queries.setQueryData(contactQuery(changed.id).queryKey, changed);
      queries.invalidateQueries({ queryKey: ["contacts"] });
      queries.invalidateQueries({ queryKey: ["leads"] });
    },
  });
}

/** Changes an organisation, for every lead of its; whoever edits shows the refusal. */
export function useChangeCompany(company: Company) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CompanyChange) => {
      const headers = { "If-Match": `"${company.version}"` };
      return (await updateCompany({ path: { id: company.id }, body, headers })).data;
    },
    onSuccess: (changed) => {
      queries.setQueryData(companyQuery(changed.id).queryKey, changed);
      queries.invalidateQueries({ queryKey: ["companies"] });
      queries.invalidateQueries({ queryKey: ["leads"] });
    },
  });
}
