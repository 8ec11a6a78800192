import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  acceptQuote,
  declineQuote,
  extendQuote,
  invoiceQuote,
  type Quote,
  type QuoteResending,
  type QuoteSending,
  type RecordedAcceptance,
  resendQuote,
  reviseQuote,
  sendQuote,
  withdrawQuote,
  withdrawQuoteAcceptance,
} from "@/api";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { quoteQuery, showQuote } from "./queries";

export function useSendQuote(id: string) {
  return useAct(async (body: QuoteSending) => (await sendQuote({ path: { id }, body })).data);
}

export function useResendQuote(id: string) {
  return useAct(async (body: QuoteResending) => (await resendQuote({ path: { id }, body })).data);
}

/** Drafts the next revision, or answers the one that is being written. */
export function useReviseQuote(id: string) {
  return useAct(async () => (await reviseQuote({ path: { id } })).data, sayWhyNot);
}

export function useExtendQuote(id: string) {
  return useAct(
    async (valid_until: string) =>
      (await extendQuote({ path: { id }, body: { valid_until } })).data,
  );
}

export function useWithdrawQuote(id: string) {
  return useAct(async () => (await withdrawQuote({ path: { id } })).data);
}

export function useAcceptQuote(id: string) {
  return useAct(
    async (body: RecordedAcceptance) => (await acceptQuote({ path: { id }, body })).data,
  );
}

export function useDeclineQuote(id: string) {
  return useAct(
    async (reason: string) => (await declineQuote({ path: { id }, body: { reason } })).data,
  );
}

export function useWithdrawAcceptance(id: string) {
  return useAct(
    async (reason: string) =>
      (await withdrawQuoteAcceptance({ path: { id }, body: { reason } })).data,
  );
}

/** The one button on an accepted quote: its pre-filled invoice, or the one that bills it. */
export function useInvoiceQuote(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { data, response } = await invoiceQuote({ path: { id } });
      return { invoice: data, isNew: response?.status === 201 };
    },
    onSuccess: () => {
      for (const noun of ["invoices", "leads", "metrics"]) {
        queries.invalidateQueries({ queryKey: [noun] });
      }
      queries.invalidateQueries({ queryKey: quoteQuery(id).queryKey });
    },
    onError: sayWhyNot,
  });
}

const sayWhyNot = (error: unknown) => sayRefused(refusalOf(error));

// An act on a quote changes its lead, its figures and what finance has to do.
function useAct<T>(act: (wanted: T) => Promise<Quote>, onError?: (error: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: (quote) => tell(queries, quote), onError });
}

function tell(queries: QueryClient, quote: Quote) {
  showQuote(queries, quote);
  for (const noun of ["leads", "metrics", "invoices"]) {
    queries.invalidateQueries({ queryKey: [noun] });
  }
}
