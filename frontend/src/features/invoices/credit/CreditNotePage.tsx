import { Button, Tabs } from "@mantine/core";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { CreditNote } from "@/api/types.gen";
import { day } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { keepFile, openFile } from "@/ui/document/keep";
import { PdfPreview } from "@/ui/document/PdfPreview";
import { type Letter, SendDialog } from "@/ui/document/SendDialog";
import { Totals } from "@/ui/document/Totals";
import { IconDownload, IconSend } from "@/ui/icons";
import { Page } from "@/ui/Page";
import { sayDone } from "@/ui/toasts";
import { useMay } from "@/workspace/session";
import { DocumentTitle } from "../DocumentTitle";
import { LineTable } from "../issued/BilledLines";
import { Address, Delivery, Fact } from "../issued/Facts";
import classes from "../issued/Issued.module.css";
import { creditNotePdfQuery, creditNoteQuery } from "../queries";
import { RoundButton } from "../RoundButton";
import { useSendCreditNote } from "../settling.queries";

const words = texts.invoices;

/** A credit note: what it takes back, why, and how it went out. */
export function CreditNotePage() {
  const { id } = useParams({ from: "/_app/credit-notes/$id" });
  const { data: note } = useSuspenseQuery(creditNoteQuery(id));
  const mayBill = useMay("bill");
  return (
    <Page
      title={<DocumentTitle name={note.number} customer={note.customer.name} />}
      acts={<Acts note={note} mayBill={mayBill} />}
    >
      <div className={classes.columns}>
        <div className={classes.sheet}>
          <Tabs defaultValue="facts" keepMounted={false}>
            <Tabs.List mb="md" aria-label={words.creditNote}>
              <Tabs.Tab value="facts">{words.facts}</Tabs.Tab>
              <Tabs.Tab value="preview">{words.preview}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="facts">
              <LineTable lines={note.lines} currency={note.currency} />
              <div className={classes.totals}>
                <Totals sums={{ ...note, lines_total: note.net_total, discount_total: "0" }} />
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="preview">
              <Preview note={note} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <aside className={classes.rail}>
          <dl className={classes.facts}>
            <Fact label={words.takesBack}>
              <Link to="/invoices/$id" params={{ id: note.invoice_id }}>
                {note.invoice_number}
              </Link>
            </Fact>
            <Fact label={words.reason}>{note.reason}</Fact>
            <Fact label={words.columns.delivery}>
              <Delivery sent={note} />
            </Fact>
            <Fact label={words.columns.issued}>{day(note.issued_on)}</Fact>
            <Fact label={words.billTo}>
              <Address party={note.customer} />
            </Fact>
          </dl>
        </aside>
      </div>
    </Page>
  );
}

function Preview({ note }: { note: CreditNote }) {
  const { data } = useQuery(creditNotePdfQuery(note.id));
  return <PdfPreview file={data as Blob | undefined} name={note.number} />;
}

function Acts({ note, mayBill }: { note: CreditNote; mayBill: boolean }) {
  const [isSending, begin] = useState(false);
  const queries = useQueryClient();
  const file = async () => (await queries.fetchQuery(creditNotePdfQuery(note.id))) as Blob;
  return (
    <>
      {mayBill && !note.sent_at ? (
        <Button leftSection={<IconSend size={15} aria-hidden />} onClick={() => begin(true)}>
          {words.send}
        </Button>
      ) : null}
      <RoundButton
        label={words.download}
        icon={IconDownload}
        onClick={async () => keepFile(await file(), note.document?.name ?? `${note.number}.pdf`)}
      />
      {isSending ? (
        <SendNote
          note={note}
          open={async () => openFile(await file())}
          onClose={() => begin(false)}
        />
      ) : null}
    </>
  );
}

type SendProps = { note: CreditNote; open: () => void; onClose: () => void };

function SendNote({ note, open, onClose }: SendProps) {
  const send = useSendCreditNote(note.id);
  const done = (words_: string) => () => {
    sayDone(words_);
    onClose();
  };
  const { customer } = note;
  const start: Letter = {
    to: customer.email ? [customer.email] : [],
    cc: [],
    subject: words.mailSubject(words.creditNote, note.number, note.seller.name),
    message: words.noteMailText(
      customer.contact_name ?? customer.name,
      note.number,
      note.invoice_number,
    ),
  };
  return (
    <SendDialog
      title={words.sendTitle(note.number)}
      start={start}
      attachment={{ name: note.document?.name ?? `${note.number}.pdf`, open }}
      closing={words.noteMailClosing}
      onSend={(letter) => send.mutate(letter, { onSuccess: done(words.sending(note.number)) })}
      onClose={onClose}
      isSending={send.isPending}
      refusal={send.isError ? refusalOf(send.error) : null}
      instead={
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            send.mutate(
              { to: [], via: "elsewhere" },
              { onSuccess: done(words.sentNoted(note.number)) },
            )
          }
        >
          {words.sentElsewhere}
        </Button>
      }
    />
  );
}
