import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type CreditNoteDraft,
  createCreditNote,
  getInvoice,
  type Invoice,
  type InvoiceSending,
  type PaymentDraft,
  recordPayment,
  resendInvoice,
  reversePayment,
  sendCreditNote,
  sendInvoice,
} from "@/api";
import { creditNoteQuery, showInvoice, tellOthers } from "./queries";

type Sending = Omit<InvoiceSending, "to"> & { to: string[] };

/** Reads an invoice anew after something happened to it, into its page and lists. */
function useReread() {
  const queries = useQueryClient();
  return async (id: string) => {
    const invoice = (await getInvoice({ path: { id } })).data;
    showInvoice(queries, invoice);
    tellOthers(queries, invoice);
    return invoice;
  };
}

/** Sends an issued invoice; once it is out, the same bytes go again. */
export function useSendInvoice(invoice: Pick<Invoice, "id" | "sent_at">) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (letter: Sending) => {
      const path = { id: invoice.id };
      const { via, ...again } = letter;
      if (invoice.sent_at) return (await resendInvoice({ path, body: again })).data;
      return (await sendInvoice({ path, body: { ...again, via } })).data;
    },
    onSuccess: (sent) => {
      showInvoice(queries, sent);
      tellOthers(queries, sent);
    },
  });
}

/** Records money that came or was given back; without an amount it is the whole balance. */
export function useRecordPayment() {
  const reread = useReread();
  return useMutation({
    mutationFn: async ({ invoiceId, ...body }: PaymentDraft & { invoiceId: string }) =>
      (await recordPayment({ path: { id: invoiceId }, body })).data,
    onSuccess: (payment) => reread(payment.invoice_id),
  });
}

/** Writes the opposite of a payment. */
export function useReversePayment() {
  const reread = useReread();
  return useMutation({
    mutationFn: async ({ id, ...body }: { id: string; on?: string; reason: string }) =>
      (await reversePayment({ path: { id }, body })).data,
    onSuccess: (payment) => reread(payment.invoice_id),
  });
}

/** Takes an invoice back, wholly or by line. */
export function useCredit(invoiceId: string) {
  const queries = useQueryClient();
  const reread = useReread();
  return useMutation({
    mutationFn: async (body: CreditNoteDraft) =>
      (await createCreditNote({ path: { id: invoiceId }, body })).data,
    onSuccess: (note) => {
      queries.setQueryData(creditNoteQuery(note.id).queryKey, note);
      queries.invalidateQueries({ queryKey: ["invoices", "credit notes"] });
      return reread(invoiceId);
    },
  });
}

export function useSendCreditNote(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Sending) => (await sendCreditNote({ path: { id }, body })).data,
    onSuccess: (note) => {
      queries.setQueryData(creditNoteQuery(id).queryKey, note);
      queries.invalidateQueries({ queryKey: ["invoices", "credit notes"] });
    },
  });
}
