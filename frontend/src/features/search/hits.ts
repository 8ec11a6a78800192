import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { searchQuery } from "./queries";

/** One line of the palette: what it is called, what tells it apart, and where it leads. */
export type Hit = { id: string; name: string; note?: string; act: () => void };

export type HitGroup = { name: string; hits: Hit[] };

/** What was found for the typed words, by kind, and whether the search is still under way. */
export function useHits(words: string): { groups: HitGroup[]; isSearching: boolean } {
  const navigate = useNavigate();
  const { data, isFetching } = useQuery(searchQuery(words));
  if (!data || words.length < 2) return { groups: [], isSearching: isFetching };
  const groups = [
    {
      name: texts.search.leads,
      hits: data.leads.map((lead) => ({
        id: lead.id,
        name: lead.title,
        note: [lead.company?.name ?? lead.contact?.name, money(lead.value, lead.currency)]
          .filter(Boolean)
          .join(" · "),
        act: () => navigate({ to: "/leads/$id", params: { id: lead.id } }),
      })),
    },
    {
      name: texts.search.companies,
      hits: data.companies.map((company) => ({
        id: company.id,
        name: company.name,
        note: company.address.city ?? undefined,
        act: () => navigate({ to: "/leads", search: { company: company.id } }),
      })),
    },
    {
      name: texts.search.contacts,
      hits: data.contacts.map((contact) => ({
        id: contact.id,
        name: contact.name,
        note: contact.company?.name ?? contact.email ?? undefined,
        act: () => navigate({ to: "/leads", search: { contact: contact.id } }),
      })),
    },
    {
      name: texts.search.quotes,
      hits: data.quotes.map((quote) => ({
        id: quote.id,
        name: quote.label,
        note: `${quote.customer.name} · ${money(quote.total, quote.currency)}`,
        act: () => navigate({ to: "/quotes/$id", params: { id: quote.id } }),
      })),
    },
    {
      name: texts.search.invoices,
      hits: data.invoices.map((invoice) => ({
        id: invoice.id,
        name: invoice.number ?? texts.search.draft,
        note: `${invoice.customer.name} · ${money(invoice.total, invoice.currency)}`,
        act: () => navigate({ to: "/invoices/$id", params: { id: invoice.id } }),
      })),
    },
  ];
  return { groups: groups.filter(({ hits }) => hits.length > 0), isSearching: isFetching };
}
