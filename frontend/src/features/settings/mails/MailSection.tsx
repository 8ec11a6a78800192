import { Select } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Delivery } from "@/api/types.gen";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useMay } from "@/workspace/session";
import classes from "../Listed.module.css";
import { LoadMore } from "../LoadMore";
import { deliveryQuery, mailsQuery } from "../mails.queries";
import { Section } from "../Section";
import { MailDrawer } from "./MailDrawer";
import own from "./Mails.module.css";
import { MailTable, NoMails } from "./MailTable";

const words = texts.mailLog;
const STATUSES = Object.entries(words.statuses).map(([value, label]) => ({ value, label }));

/** Which mails are listed, and which one is open. */
export type MailSearch = { status?: Delivery; open?: string };

/** How mails leave, and every mail that was written. */
export function MailSection() {
  const { status, open } = useSearch({ from: "/_app/settings/mail" });
  const navigate = useNavigate({ from: "/settings/mail" });
  const look = (search: MailSearch) => navigate({ search, replace: true });
  const show = (id: string | undefined) => look({ status, open: id });
  return (
    <Section title={texts.settings.sections.mail} intro={words.intro} wide>
      {useMay("administer") ? <DeliveryState /> : null}
      <div className={classes.tools}>
        <Select
          aria-label={words.status}
          placeholder={texts.ui.anyStatus}
          data={STATUSES}
          value={status ?? null}
          clearable
          onChange={(next) => look({ status: (next ?? undefined) as Delivery | undefined })}
        />
      </div>
      <Mails status={status} onOpen={show} onShowAll={() => look({})} />
      {open ? <MailDrawer id={open} onClose={() => show(undefined)} /> : null}
    </Section>
  );
}

function DeliveryState() {
  const { data: delivery } = useQuery(deliveryQuery);
  if (!delivery) return null;
  const isSent = delivery.way === "smtp";
  return (
    <div className={own.state} data-kept={!isSent || undefined}>
      <p className={own.way}>{isSent ? words.bySmtp(delivery.server ?? "") : words.asFiles}</p>
      <p className={own.soft}>
        {isSent
          ? delivery.encrypted
            ? words.encrypted
            : words.inTheClear
          : words.asFilesText(delivery.folder ?? "")}
      </p>
      <p className={own.soft}>{words.links(delivery.links)}</p>
    </div>
  );
}

type MailsProps = {
  status: Delivery | undefined;
  onOpen: (id: string) => void;
  onShowAll: () => void;
};

function Mails({ status, onOpen, onShowAll }: MailsProps) {
  const mails = useInfiniteQuery(mailsQuery(status));
  if (mails.error) return <Broken error={mails.error} reset={() => mails.refetch()} />;
  if (!mails.data) return <PageSkeleton />;
  const rows = mails.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <NoMails isFiltered={Boolean(status)} onShowAll={onShowAll} />;
  return (
    <>
      <MailTable mails={rows} onOpen={onOpen} />
      <LoadMore list={mails} />
    </>
  );
}
