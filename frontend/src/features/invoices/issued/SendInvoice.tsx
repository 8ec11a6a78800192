import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Invoice } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { openFile } from "@/ui/document/keep";
import { type Letter, SendDialog } from "@/ui/document/SendDialog";
import { sayDone } from "@/ui/toasts";
import { invoicePdfQuery } from "../queries";
import { useSendInvoice } from "../settling.queries";

const words = texts.invoices;

/** Mails the issued PDF, or notes that it was handed over another way. */
export function SendInvoice({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const queries = useQueryClient();
  const send = useSendInvoice(invoice);
  const number = invoice.number ?? "";
  const open = async () =>
    openFile((await queries.fetchQuery(invoicePdfQuery(invoice.id, 0))) as Blob);
  const mail = (letter: Letter) =>
    send.mutate(letter, {
      onSuccess: () => {
        sayDone(words.sending(number));
        onClose();
      },
    });
  const note = () =>
    send.mutate(
      { to: [], via: "elsewhere" },
      {
        onSuccess: () => {
          sayDone(words.sentNoted(number));
          onClose();
        },
      },
    );
  return (
    <SendDialog
      title={words.sendTitle(number)}
      start={firstWords(invoice)}
      attachment={{ name: invoice.document?.name ?? `${number}.pdf`, open }}
      closing={words.mailClosing}
      onSend={mail}
      onClose={onClose}
      isSending={send.isPending}
      refusal={send.isError ? refusalOf(send.error) : null}
      instead={
        invoice.sent_at ? null : (
          <Button variant="subtle" color="gray" onClick={note}>
            {words.sentElsewhere}
          </Button>
        )
      }
    />
  );
}

function firstWords(invoice: Invoice): Letter {
  const { customer, seller } = invoice;
  const number = invoice.number ?? "";
  const known = customer.email ? [customer.email] : [];
  return {
    to: invoice.sent_to.length > 0 ? invoice.sent_to : known,
    cc: [],
    subject: words.mailSubject(words.invoice, number, seller?.name ?? ""),
    message: words.mailText(customer.contact_name ?? customer.name, number),
  };
}
