import { Button, UnstyledButton } from "@mantine/core";
import type { MailSummary } from "@/api/types.gen";
import { instant } from "@/lib/format";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import classes from "../Listed.module.css";
import own from "./Mails.module.css";

const words = texts.mailLog;

type Props = { mails: readonly MailSummary[]; onOpen: (id: string) => void };

/** Mails, newest first: to whom, about what, how far. */
export function MailTable({ mails, onOpen }: Props) {
  return (
    <table className={classes.table} aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.written}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id} className={own.row}>
            <td className={classes.wide}>
              <UnstyledButton className={own.open} onClick={() => onOpen(mail.id)}>
                <span className={classes.main}>{mail.subject}</span>
              </UnstyledButton>
              <div className={classes.soft}>{[...mail.to, ...mail.cc].join(", ")}</div>
              {mail.last_error ? <div className={own.fault}>{mail.last_error}</div> : null}
            </td>
            <td>
              <MailStatus status={mail.status} />
            </td>
            <td className={`${classes.soft} ${classes.nowrap}`}>{instant(mail.created_at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far a mail came, by a word and a dot. */
export function MailStatus({ status }: { status: MailSummary["status"] }) {
  return (
    <span className={own.status} data-status={status}>
      {words.statuses[status]}
    </span>
  );
}

export function NoMails({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  if (!isFiltered) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Empty
      title={words.noneFiltered}
      act={
        <Button variant="default" onClick={onShowAll}>
          {words.showAll}
        </Button>
      }
    />
  );
}
