import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listCompanies, listContacts, listInvoices, listLeads, listQuotes } from "@/api";

const EACH = 5;

/** The few best leads, customers, quotes and invoices whose words begin with what was typed. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const asked = { query: { q, limit: EACH }, signal };
      const [leads, companies, contacts, quotes, invoices] = await Promise.all([
        listLeads(asked),
        listCompanies(asked),
        listContacts(asked),
        listQuotes(asked),
        listInvoices(asked),
      ]);
      return {
        leads: leads.data.items,
        companies: companies.data.items,
        contacts: contacts.data.items,
        quotes: quotes.data.items,
        invoices: invoices.data.items,
      };
    },
  });
