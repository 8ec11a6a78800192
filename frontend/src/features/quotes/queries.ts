import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback } from "react";
import {
  getLead,
  getQuote,
  getQuotePdf,
  getQuoteSending,
  getWorkspace,
  type ListQuotesData,
  listProducts,
  listQuotes,
  type Quote,
} from "@/api";
import { byCursor } from "@/lib/paging";

export type QuoteFilters = Omit<NonNullable<ListQuotesData["query"]>, "cursor" | "limit" | "count">;

const PAGE = 100;
const SUGGESTIONS = 8;
const SELDOM = 5 * 60_000;

/** Quotes page by page, as one scrolls; the first page says how many there are. */
export const quotesQuery = (filters: QuoteFilters) =>
  infiniteQueryOptions({
    queryKey: ["quotes", "list", filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, cursor: pageParam, limit: PAGE, count: pageParam === null };
      return (await listQuotes({ query, signal })).data;
    },
    ...byCursor,
  });

/** All quotes of a lead, the newest first. */
export const leadQuotesQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["quotes", "of lead", leadId],
    queryFn: async ({ signal }) =>
      (await listQuotes({ query: { lead: leadId, limit: 200 }, signal })).data.items,
  });

/** One quote with its lines, and what may be done with it. */
export const quoteQuery = (id: string) =>
  queryOptions({
    queryKey: ["quotes", "one", id],
    queryFn: async ({ signal }) => (await getQuote({ path: { id }, signal })).data,
  });

/** Every revision of a number. */
export const revisionsQuery = (number: string) =>
  queryOptions({
    queryKey: ["quotes", "revisions", number],
    queryFn: async ({ signal }) =>
      (await listQuotes({ query: { number, limit: 200 }, signal })).data.items,
  });

/** The very PDF: of a draft as it stood at this version, of a sent quote the bytes that went out. */
export const quotePdfQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["quotes", "pdf", id, version],
    queryFn: async ({ signal }) =>
      (await getQuotePdf({ path: { id }, parseAs: "blob", signal })).data as Blob,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** How a quote would be sent where nobody says otherwise. */
export const sendingQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["quotes", "sending", id, version],
    queryFn: async ({ signal }) => (await getQuoteSending({ path: { id }, signal })).data,
  });

/** The deal of a quote; finance may see a quote without it. */
export const leadOfQuoteQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["leads", "one", leadId],
    queryFn: async ({ signal }) => (await getLead({ path: { id: leadId }, signal })).data,
  });

/** The taxes that a line can have. */
export const taxesQuery = queryOptions({
  queryKey: ["settings", "workspace"],
  queryFn: async ({ signal }) => (await getWorkspace({ signal })).data,
  select: (workspace) => workspace.taxes,
  staleTime: SELDOM,
});

/** Finds products by the beginnings of their words or by code. */
export function useFindProducts() {
  const queries = useQueryClient();
  return useCallback(
    (text: string) =>
      queries.fetchQuery({
        queryKey: ["products", "found", text],
        queryFn: async ({ signal }) =>
          (await listProducts({ query: { q: text.slice(0, 100), limit: SUGGESTIONS }, signal }))
            .data.items,
        staleTime: 60_000,
      }),
    [queries],
  );
}

/** Shows a quote as the server has just answered it; lists learn of it when they are next seen. */
export function showQuote(queries: QueryClient, quote: Quote) {
  queries.setQueryData(quoteQuery(quote.id).queryKey, quote);
  for (const of of ["list", "of lead", "revisions"]) {
    queries.invalidateQueries({ queryKey: ["quotes", of], refetchType: "active" });
  }
}
