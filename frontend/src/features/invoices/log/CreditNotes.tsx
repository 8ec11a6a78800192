import { Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CreditNoteSummary } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Refused } from "@/ui/Refused";
import { useRows } from "@/ui/useRows";
import { creditNotesQuery } from "../queries";
import classes from "./Log.module.css";
import { NothingFound } from "./NothingFound";
import { FILTERS, type LogSearch, noteFilters } from "./search";

const words = texts.invoices;
const HEADS = [
  words.columns.number,
  words.columns.customer,
  words.columns.issued,
  words.columns.forInvoice,
  words.columns.reason,
];

type Props = { search: LogSearch; onChange: (change: Partial<LogSearch>) => void };

/** Credit notes as a table, or as cards on a phone. */
export function CreditNotes({ search, onChange }: Props) {
  const query = useInfiniteQuery(creditNotesQuery(noteFilters(search)));
  const notes = query.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = useRows(notes.length, query, { card: 68, keys: words.log });
  if (query.isError) return <Refused refusal={refusalOf(query.error)} />;
  if (query.isPending) return <Skeleton height={200} />;
  if (notes.length === 0) {
    if (FILTERS.some((name) => search[name])) {
      return <NothingFound search={search} onChange={onChange} />;
    }
    return <Empty title={words.noNotes}>{words.noNotesText}</Empty>;
  }
  const shown = rows.seen.flatMap(({ index }) => notes[index] ?? []);
  return (
    <div className={classes.scroller} ref={rows.scroller}>
      {rows.isPhone ? (
        <ul className={classes.cards}>
          <li aria-hidden style={{ height: rows.above }} />
          {shown.map((note) => (
            <Card key={note.id} note={note} />
          ))}
          <li aria-hidden style={{ height: rows.below }} />
        </ul>
      ) : (
        <table className={classes.table}>
          <thead className={classes.head}>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col" data-right>
                {words.columns.total}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden style={{ height: rows.above }} />
            {shown.map((note) => (
              <Row key={note.id} note={note} />
            ))}
            <tr aria-hidden style={{ height: rows.below }} />
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ note }: { note: CreditNoteSummary }) {
  return (
    <tr className={classes.row}>
      <td>
        <Link className={classes.number} data-row to="/credit-notes/$id" params={{ id: note.id }}>
          {note.number}
        </Link>
      </td>
      <td className={classes.customer}>{note.customer.name}</td>
      <td>{day(note.issued_on)}</td>
      <td>
        <Link className={classes.other} to="/invoices/$id" params={{ id: note.invoice_id }}>
          {note.invoice_number}
        </Link>
      </td>
      <td className={classes.customer}>{note.reason}</td>
      <td className={classes.amount}>{money(note.total, note.currency)}</td>
    </tr>
  );
}

function Card({ note }: { note: CreditNoteSummary }) {
  return (
    <li>
      <Link className={classes.card} data-row to="/credit-notes/$id" params={{ id: note.id }}>
        <span className={classes.customer}>{note.customer.name}</span>
        <span className={classes.amount}>{money(note.total, note.currency)}</span>
        <span className={classes.soft}>
          {note.number} · {day(note.issued_on)} · {note.reason}
        </span>
      </Link>
    </li>
  );
}
