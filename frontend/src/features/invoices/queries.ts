import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback } from "react";
import {
  exportInvoices,
  getCompany,
  getCreditNote,
  getCreditNotePdf,
  getFinanceFigures,
  getFinanceQueue,
  getInvoice,
  getInvoicePdf,
  getQuote,
  getWorkspace,
  type Invoice,
  type InvoiceList,
  type InvoiceSummary,
  type ListCreditNotesData,
  type ListInvoicesData,
  listAudit,
  listCompanies,
  listCreditNotes,
  listInvoices,
  listMails,
  listProducts,
} from "@/api";
import { byCursor } from "@/lib/paging";
import { refusalOf } from "@/lib/problem";
import { keepFile } from "@/ui/document/keep";
import { sayRefused } from "@/ui/toasts";

export type InvoiceFilters = Omit<
  NonNullable<ListInvoicesData["query"]>,
  "cursor" | "limit" | "count"
>;
export type CreditNoteFilters = Omit<
  NonNullable<ListCreditNotesData["query"]>,
  "cursor" | "limit" | "count"
>;

const PAGE = 100;
const SUGGESTIONS = 8;
const LONGEST_SEARCH = 100;
const SELDOM = 5 * 60_000;

type Pages = { pages: InvoiceList[]; pageParams: (string | null)[] };

/** Invoices page by page, as one scrolls; the first page says how many there are. */
export const invoicesQuery = (filters: InvoiceFilters) =>
  infiniteQueryOptions({
    queryKey: ["invoices", "list", filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, cursor: pageParam, limit: PAGE, count: pageParam === null };
      return (await listInvoices({ query, signal })).data;
    },
    ...byCursor,
  });

/** The first invoices of a list, for places that show a few. */
export const someInvoicesQuery = (filters: InvoiceFilters) =>
  queryOptions({
    queryKey: ["invoices", "some", filters],
    queryFn: async ({ signal }) =>
      (await listInvoices({ query: { ...filters, limit: 50, count: true }, signal })).data,
  });

export const creditNotesQuery = (filters: CreditNoteFilters) =>
  infiniteQueryOptions({
    queryKey: ["invoices", "credit notes", filters],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, cursor: pageParam, limit: PAGE, count: pageParam === null };
      return (await listCreditNotes({ query, signal })).data;
    },
    ...byCursor,
  });

/** One invoice with everything that stands on its page. */
export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ["invoices", "one", id],
    queryFn: async ({ signal }) => (await getInvoice({ path: { id }, signal })).data,
  });

/** The PDF of an invoice as it stands at this version. */
export const invoicePdfQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["invoices", "pdf", id, version],
    queryFn: async ({ signal }) =>
      (await getInvoicePdf({ path: { id }, parseAs: "blob", signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

export const creditNoteQuery = (id: string) =>
  queryOptions({
    queryKey: ["invoices", "credit note", id],
    queryFn: async ({ signal }) => (await getCreditNote({ path: { id }, signal })).data,
  });

export const creditNotePdfQuery = (id: string) =>
  queryOptions({
    queryKey: ["invoices", "credit note pdf", id],
    queryFn: async ({ signal }) =>
      (await getCreditNotePdf({ path: { id }, parseAs: "blob", signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

/** What waits for finance, longest first. */
export const queueQuery = infiniteQueryOptions({
  queryKey: ["invoices", "queue"],
  queryFn: async ({ pageParam, signal }) => {
    const query = { cursor: pageParam, limit: 50, count: pageParam === null };
    return (await getFinanceQueue({ query, signal })).data;
  },
  ...byCursor,
});

/** How the books stand today. */
export const figuresQuery = queryOptions({
  queryKey: ["invoices", "figures"],
  queryFn: async ({ signal }) => (await getFinanceFigures({ signal })).data,
});

/** The quote that an invoice bills, by its label. */
export const billedQuoteQuery = (id: string) =>
  queryOptions({
    queryKey: ["quotes", "one", id],
    queryFn: async ({ signal }) => (await getQuote({ path: { id }, signal })).data,
  });

/** Who did what to an invoice, its payments and its credit notes, newest first. */
export const historyQuery = ({ id, payments, credit_notes }: Invoice) =>
  queryOptions({
    queryKey: ["invoices", "history", id, payments.length, credit_notes.length],
    queryFn: async ({ signal }) => {
      const ids = [id, ...payments.map((one) => one.id), ...credit_notes.map((one) => one.id)];
      const read = (entity_id: string) => listAudit({ query: { entity_id, limit: 100 }, signal });
      const found = (await Promise.all(ids.map(read))).flatMap(({ data }) => data.items);
      return found.sort((one, other) => other.at.localeCompare(one.at));
    },
  });

/** The mails that brought an invoice to the customer, newest first. */
export const mailsQuery = (id: string) =>
  queryOptions({
    queryKey: ["invoices", "mails", id],
    queryFn: async ({ signal }) =>
      (await listMails({ query: { invoice: id, limit: 20 }, signal })).data.items,
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
        queryFn: async ({ signal }) => {
          const query = { q: text.slice(0, LONGEST_SEARCH), limit: SUGGESTIONS };
          return (await listProducts({ query, signal })).data.items;
        },
        staleTime: 60_000,
      }),
    [queries],
  );
}

/** Companies by a few letters, to bill. */
export const companiesQuery = (q: string) =>
  queryOptions({
    queryKey: ["companies", "found", q],
    queryFn: async ({ signal }) =>
      (await listCompanies({ query: { q: q || null, limit: SUGGESTIONS, sort: "name" }, signal }))
        .data.items,
    placeholderData: (before) => before,
  });

/** One company, where there is one to read. */
export const companyQuery = (id: string | null) =>
  queryOptions({
    queryKey: ["companies", "one", id],
    queryFn: async ({ signal }) => (id ? (await getCompany({ path: { id }, signal })).data : null),
    enabled: id !== null,
    staleTime: SELDOM,
  });

export type BooksPart = "documents" | "payments";
export type Books = { from: string; to: string; part: BooksPart };

/** Hands the books of a period out as a CSV file. */
export function useExportBooks() {
  return useMutation({
    mutationFn: async ({ from, to, part }: Books) => {
      const answer = await exportInvoices({ query: { from, to, part }, parseAs: "blob" });
      const period = from === to ? from : `${from}-to-${to}`;
      keepFile(answer.data as unknown as Blob, `${part}-${period}.csv`);
    },
    onError: (error) => sayRefused(refusalOf(error)),
  });
}

/** Puts one invoice into its page and every list that shows it, without fetching those again. */
export function showInvoice(queries: QueryClient, invoice: Invoice) {
  queries.setQueryData(invoiceQuery(invoice.id).queryKey, invoice);
  queries.setQueriesData<Pages>({ queryKey: ["invoices", "list"] }, (list) =>
    list ? { ...list, pages: list.pages.map((page) => withInvoice(page, invoice)) } : list,
  );
  queries.setQueriesData<InvoiceList>({ queryKey: ["invoices", "some"] }, (list) =>
    list ? withInvoice(list, invoice) : list,
  );
}

function withInvoice(page: InvoiceList, invoice: Invoice): InvoiceList {
  if (!page.items.some((one) => one.id === invoice.id)) return page;
  const put = (one: InvoiceSummary) => (one.id === invoice.id ? invoice : one);
  return { ...page, items: page.items.map(put) };
}

/** What follows from a change of an invoice beyond the invoice: queue, figures, deal, history. */
export function tellOthers(queries: QueryClient, invoice: { id: string; lead_id: string | null }) {
  const stale = [
    ["invoices", "queue"],
    ["invoices", "figures"],
    ["invoices", "some"],
    ["invoices", "history", invoice.id],
    ["invoices", "mails", invoice.id],
    ["metrics"],
    ...(invoice.lead_id ? [["leads", "timeline", invoice.lead_id]] : []),
  ];
  for (const queryKey of stale) queries.invalidateQueries({ queryKey });
}
