import { Button, Drawer, Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Mail } from "@/api/types.gen";
import { instant } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { sayDone, sayRefused } from "@/ui/toasts";
import { usePhone } from "@/ui/usePhone";
import { mailQuery, useRetryMail } from "../mails.queries";
import own from "./Mails.module.css";
import { MailStatus } from "./MailTable";

const words = texts.mailLog;

/** One mail beside the list: its way so far, and its text. */
export function MailDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: mail, error, refetch } = useQuery(mailQuery(id));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={usePhone() ? "100%" : 560}
      title={mail?.subject ?? texts.ui.loading}
    >
      {error ? <Broken error={error} reset={() => refetch()} /> : null}
      {mail ? <Content mail={mail} /> : error ? null : <Skeleton height={240} />}
    </Drawer>
  );
}

function Content({ mail }: { mail: Mail }) {
  return (
    <>
      <dl className={own.facts}>
        <Fact name={words.status}>
          <MailStatus status={mail.status} />
        </Fact>
        <Fact name={words.to}>{mail.to.join(", ")}</Fact>
        {mail.cc.length ? <Fact name={words.cc}>{mail.cc.join(", ")}</Fact> : null}
        <Fact name={words.from}>{mail.sender_name}</Fact>
        {mail.reply_to ? <Fact name={words.replyTo}>{mail.reply_to}</Fact> : null}
        <Fact name={words.written}>{instant(mail.created_at)}</Fact>
        {mail.delivered_at ? (
          <Fact name={words.delivered}>{instant(mail.delivered_at)}</Fact>
        ) : null}
        {mail.tries > 1 ? <Fact name={words.tries}>{mail.tries}</Fact> : null}
        {mail.next_try_at ? <Fact name={words.nextTry}>{instant(mail.next_try_at)}</Fact> : null}
        {mail.attachments.length ? (
          <Fact name={words.attachments}>{mail.attachments.map((one) => one.name).join(", ")}</Fact>
        ) : null}
      </dl>
      {mail.last_error ? <p className={own.fault}>{mail.last_error}</p> : null}
      <Acts mail={mail} />
      {mail.text === null ? (
        <p className={own.soft}>{words.noText}</p>
      ) : (
        // Only the text: a mail's own HTML has no business inside the app.
        <pre className={own.text}>{mail.text}</pre>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Acts({ mail }: { mail: Mail }) {
  const retry = useRetryMail();
  const again = () =>
    retry.mutate(mail.id, {
      onSuccess: () => sayDone(words.retried),
      onError: (error) => sayRefused(refusalOf(error)),
    });
  return (
    <Group gap="xs" my="md">
      {mail.status === "failed" ? (
        <Button loading={retry.isPending} onClick={again}>
          {words.retry}
        </Button>
      ) : null}
      {mail.quote_id ? (
        <Button component={Link} to={`/quotes/${mail.quote_id}`} variant="default">
          {words.toQuote}
        </Button>
      ) : null}
      {mail.invoice_id ? (
        <Button component={Link} to={`/invoices/${mail.invoice_id}`} variant="default">
          {words.toInvoice}
        </Button>
      ) : null}
      {mail.lead_id ? (
        <Button component={Link} to={`/leads/${mail.lead_id}`} variant="default">
          {words.toLead}
        </Button>
      ) : null}
    </Group>
  );
}
