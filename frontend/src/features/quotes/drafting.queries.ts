import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  createQuote,
  deleteQuote,
  getQuote,
  listAudit,
  type OfferTerms,
  type Quote,
  type QuoteChange,
  totalQuote,
  updateQuote,
} from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { quoteQuery, showQuote } from "./queries";

const match = (version: number) => ({ "If-Match": `"${version}"` });

/** Drafts a quote from a lead, with everything that the server fills in. */
export function useCreateQuote(leadId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await createQuote({ path: { id: leadId }, body: {} })).data,
    onSuccess: (quote) => {
      showQuote(queries, quote);
      queries.invalidateQueries({ queryKey: ["leads", "one", leadId] });
      queries.invalidateQueries({ queryKey: ["leads", "timeline"] });
    },
    onError: (error) => sayRefused(refusalOf(error)),
  });
}

/** Saves changes of a draft over the version that they were made on. */
export async function saveDraft(queries: QueryClient, quote: Quote, change: QuoteChange) {
  const path = { id: quote.id };
  const saved = (await updateQuote({ path, body: change, headers: match(quote.version) })).data;
  showQuote(queries, saved);
  return saved;
}

/** The draft as somebody else left it, and who that was. */
export async function readAnew(queries: QueryClient, id: string) {
  const quote = (await getQuote({ path: { id } })).data;
  queries.setQueryData(quoteQuery(id).queryKey, quote);
  const query = { entity: "quote", entity_id: id, limit: 1 };
  const by = await listAudit({ query }).then(
    ({ data }) => data.items[0]?.actor.user.name ?? null,
    () => null,
  );
  return { quote, by };
}

/** What lines and discounts come to; `keys` name the lines, in the order of the terms. */
export const totalsQuery = (terms: OfferTerms, keys: readonly string[]) =>
  queryOptions({
    queryKey: ["quotes", "totals", terms, keys],
    queryFn: async ({ signal }) => ({
      sums: (await totalQuote({ body: terms, signal })).data,
      keys,
    }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });

export function useDeleteDraft(quote: Quote) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await deleteQuote({ path: { id: quote.id }, headers: { "If-Match": "*" } });
    },
    onSuccess: () => {
      for (const of of ["list", "of lead", "revisions"]) {
        queries.invalidateQueries({ queryKey: ["quotes", of] });
      }
      queries.invalidateQueries({ queryKey: ["leads"] });
    },
    onError: (error) => sayRefused(refusalOf(error)),
  });
}
