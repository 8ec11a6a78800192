import { Anchor, UnstyledButton } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Audit } from "@/api/types.gen";
import { instant } from "@/lib/format";
import { texts } from "@/texts";
import { IconChevronRight } from "@/ui/icons";
import { peopleQuery, useStages } from "@/workspace/reference";
import own from "./Audit.module.css";
import { type Changed, changesOf, detailsOf, nameOf, pageOf, sentenceOf } from "./telling";

const words = texts.auditLog;
const FEW = 3;

/** One act on one record: a sentence, a glance at what changed, and all of it when opened. */
export function AuditEntry({ entry }: { entry: Audit }) {
  const [isOpen, open] = useState(false);
  const known = useKnown();
  const changes = changesOf(entry, known);
  const details = detailsOf(entry, known);
  const isUpdate = changes.some((one) => one.before !== null);
  return (
    <li className={own.entry}>
      <UnstyledButton className={own.line} aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        <IconChevronRight
          size={14}
          className={own.sign}
          data-open={isOpen || undefined}
          aria-hidden
        />
        <span className={own.what}>
          <span className={own.sentence}>{sentenceOf(entry)}</span>
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

/** What ids and keys of the log are called: people and stages. */
function useKnown(): ReadonlyMap<string, string> {
  const { data: people } = useSuspenseQuery(peopleQuery);
  const stages = useStages();
  return useMemo(
    () =>
      new Map([
        ...people.map((user) => [user.id, user.name] as const),
        ...stages.map((stage) => [stage.key, stage.name] as const),
      ]),
    [people, stages],
  );
}

function Glance({ changes }: { changes: Changed[] }) {
  const shown = changes
    .filter((one) => one.before !== null)
    .slice(0, FEW)
    .map((one) => `${one.field}: ${one.before} → ${one.after}`);
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
