import { Button } from "@mantine/core";
import type { InvoiceSummary } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { IconCheck } from "@/ui/icons";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useRecordPayment, useReversePayment } from "./settling.queries";

const words = texts.invoices;

/** Records the whole balance as paid today in one click; undoing it reverses the payment. */
export function MarkPaid({ invoice, quiet }: { invoice: InvoiceSummary; quiet?: boolean }) {
  const pay = useRecordPayment();
  const reverse = useReversePayment();
  const number = invoice.number ?? "";
  const refused = (error: unknown) => sayRefused(refusalOf(error));
  const mark = () =>
    pay.mutate(
      { invoiceId: invoice.id },
      {
        onSuccess: ({ id }) =>
          sayDone(words.markedPaid(number), () =>
            reverse.mutate({ id, reason: words.undoReason }, { onError: refused }),
          ),
        onError: refused,
      },
    );
  return (
    <Button
      size={quiet ? "compact-sm" : undefined}
      variant={quiet ? "default" : "filled"}
      leftSection={quiet ? undefined : <IconCheck size={15} aria-hidden />}
      onClick={mark}
      loading={pay.isPending}
      aria-label={quiet ? `${words.markPaid}: ${number}` : undefined}
    >
      {words.markPaid}
    </Button>
  );
}
