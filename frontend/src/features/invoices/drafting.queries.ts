import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  createInvoice,
  deleteInvoice,
  getInvoice,
  type Invoice,
  type InvoiceChange,
  type InvoiceDraft,
  type IssueTerms,
  invoiceQuote,
  issueInvoice,
  listAudit,
  updateInvoice,
} from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { invoiceQuery, showInvoice, tellOthers } from "./queries";

const match = (version: number) => ({ "If-Match": `"${version}"` });

/** Saves changes of a draft; each carries the version that the last one made. */
export function useChangeDraft(id: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `invoice ${id}` },
    mutationFn: async ({ change, version }: { change: InvoiceChange; version: number }) =>
      (await updateInvoice({ path: { id }, body: change, headers: match(version) })).data,
    onSuccess: (invoice) => showInvoice(queries, invoice),
  });
}

/** The draft as somebody else left it, and who that was. */
export async function readAnew(queries: QueryClient, id: string) {
  const invoice = (await getInvoice({ path: { id } })).data;
  showInvoice(queries, invoice);
  const query = { entity: "invoice", entity_id: id, limit: 1 };
  const last = await listAudit({ query }).then(
    ({ data }) => data.items[0]?.actor.user.name ?? null,
    () => null,
  );
  return { invoice, by: last };
}

/** The one button on an accepted quote: its pre-filled draft, or the invoice that bills it. */
export function useBillQuote() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (quoteId: string) => (await invoiceQuote({ path: { id: quoteId } })).data,
    onSuccess: (invoice) => begun(queries, invoice),
    onError: (error) => sayRefused(refusalOf(error)),
  });
}

export function useDraftInvoice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: InvoiceDraft) => (await createInvoice({ body })).data,
    onSuccess: (invoice) => begun(queries, invoice),
  });
}

function begun(queries: QueryClient, invoice: Invoice) {
  queries.setQueryData(invoiceQuery(invoice.id).queryKey, invoice);
  queries.invalidateQueries({ queryKey: ["invoices", "list"] });
  tellOthers(queries, invoice);
}

export function useIssue(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ terms, version }: { terms: IssueTerms; version: number }) =>
      (await issueInvoice({ path: { id }, body: terms, headers: match(version) })).data,
    onSuccess: (invoice) => {
      showInvoice(queries, invoice);
      tellOthers(queries, invoice);
      queries.invalidateQueries({ queryKey: ["quotes"] });
    },
  });
}

export function useDeleteDraft(invoice: Invoice) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (version: number) => {
      await deleteInvoice({ path: { id: invoice.id }, headers: match(version) });
    },
    onSuccess: () => {
      queries.removeQueries({ queryKey: ["invoices", "one", invoice.id] });
      queries.invalidateQueries({ queryKey: ["invoices", "list"] });
      tellOthers(queries, invoice);
    },
    onError: (error) => sayRefused(refusalOf(error)),
  });
}
