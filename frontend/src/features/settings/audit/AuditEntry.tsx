import { Anchor, UnstyledButton } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Audit } from "@/api/types.gen";
import { instant } from "@/lib/format";
import { texts } from "@/texts";
import { IconChevronRight } from "@/ui/icons";
import { peopleQuery } from "@/workspace/reference";
import own from "./Audit.module.css";
import { type Changed, changesOf, detailsOf, nameOf, pageOf, sentenceOf } from "./telling";

const words = texts.auditLog;
const FEW = 3;

/** One act on one record: a sentence, a glance at what changed, and all of it when opened. */
export function AuditEntry({ entry }: { entry: Audit }) {
  const [isOpen, open] = useState(false);
  const people = usePeopleById();
  const sentence = sentenceOf(entry);
  const changes = changesOf(entry, people);
  const details = detailsOf(entry, people);
  const isUpdate = changes.some((one) => one.before !== null);
  return (
    <li className={own.entry}>
      <UnstyledButton
        className={own.line}
        aria-expanded={isOpen}
        aria-label={words.show(`${sentence} ${nameOf(entry) ?? ""}`)}
        onClick={() => open(!isOpen)}
      >
        <IconChevronRight
          size={14}
          className={own.sign}
          data-open={isOpen || undefined}
          aria-hidden
        />
        <span className={own.what}>
          <span className={own.sentence}>{sentence}</span>
          <span className={own.name}>{nameOf(entry)}</span>
          {isUpdate && !isOpen ? <Glance changes={changes} /> : null}
        </span>
        <span className={own.who}>
          {words.by(entry.actor.user.name, entry.actor.key?.name ?? null)}
        </span>
        <time className={own.when} dateTime={entry.at}>
          {instant(entry.at)}
        </time>
      </UnstyledButton>
      {isOpen ? <Whole entry={entry} changes={changes} details={details} /> : null}
    </li>
  );
}

function usePeopleById(): ReadonlyMap<string, string> {
  const { data } = useSuspenseQuery(peopleQuery);
  return useMemo(() => new Map(data.map((user) => [user.id, user.name])), [data]);
}

function Glance({ changes }: { changes: Changed[] }) {
  const shown = changes
    .slice(0, FEW)
    .map((one) => `${one.field}: ${one.before ?? ""} → ${one.after}`);
  return <span className={own.glance}>{shown.join(" · ")}</span>;
}

type WholeProps = { entry: Audit; changes: Changed[]; details: Changed[] };

function Whole({ entry, changes, details }: WholeProps) {
  const page = pageOf(entry);
  return (
    <div className={own.whole}>
      {changes.length ? <Table title={words.changed} rows={changes} /> : null}
      {details.length ? <Table title={words.details} rows={details} /> : null}
      {page ? (
        <Anchor component={Link} to={page} size="sm">
          {words.open}
        </Anchor>
      ) : null}
    </div>
  );
}

function Table({ title, rows }: { title: string; rows: Changed[] }) {
  return (
    <table className={own.changes}>
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{row.field}</th>
            <td>
              {row.before === null ? null : (
                <>
                  <del>{row.before}</del>
                  {" → "}
                </>
              )}
              {row.after}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
