import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ListedQuote } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Refused } from "@/ui/Refused";
import { useRows } from "@/ui/useRows";
import { usePeople } from "@/workspace/reference";
import { useToday } from "@/workspace/today";
import { QuoteStatusBadge } from "../QuoteStatusBadge";
import { quotesQuery } from "../queries";
import classes from "./List.module.css";
import { type QuotesSearch, quoteFilters } from "./search";

const words = texts.quotes;
const LINES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
const HEADS = [words.number, words.customer, words.subject, words.status, words.lastDay];

type Props = { search: QuotesSearch; onChange: (change: Partial<QuotesSearch>) => void };

/** Quotes as a table, or as cards on a phone; further pages come as one scrolls. */
export function QuoteList({ search, onChange }: Props) {
  const query = useInfiniteQuery(quotesQuery(quoteFilters(search, useToday())));
  const quotes = query.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = useRows(quotes.length, query, { card: 72, keys: words.title });
  if (query.isError) return <Refused refusal={refusalOf(query.error)} />;
  if (query.isPending) return LINES.map((line) => <Skeleton key={line} height={30} mb={6} />);
  if (quotes.length === 0) return <Nothing search={search} onChange={onChange} />;
  const shown = rows.seen.flatMap(({ index }) => quotes[index] ?? []);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys. */}
      <div className={classes.scroller} ref={rows.scroller} tabIndex={0}>
        {rows.isPhone ? (
          <ul className={classes.cards}>
            <li aria-hidden style={{ height: rows.above }} />
            {shown.map((quote) => (
              <Card key={quote.id} quote={quote} />
            ))}
            <li aria-hidden style={{ height: rows.below }} />
          </ul>
        ) : (
          <table className={classes.table}>
            <Head />
            <tbody>
              <tr aria-hidden style={{ height: rows.above }} />
              {shown.map((quote) => (
                <Row key={quote.id} quote={quote} />
              ))}
              <tr aria-hidden style={{ height: rows.below }} />
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}

function Head() {
  return (
    <thead className={classes.head}>
      <tr>
        {HEADS.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        <th scope="col" data-right>
          {words.net}
        </th>
        <th scope="col" data-right>
          {words.total}
        </th>
        <th scope="col">{words.owner}</th>
      </tr>
    </thead>
  );
}

function Row({ quote }: { quote: ListedQuote }) {
  return (
    <tr className={classes.row}>
      <td>
        <Link className={classes.number} data-row to="/quotes/$id" params={{ id: quote.id }}>
          {quote.label}
        </Link>
      </td>
      <td className={classes.customer} dir="auto">
        {quote.customer.name}
      </td>
      <td className={classes.subject} dir="auto">
        {quote.subject}
      </td>
      <td>
        <QuoteStatusBadge quote={quote} />
      </td>
      <td data-late={quote.status === "expired" || undefined}>{day(quote.valid_until)}</td>
      <td className={classes.amount}>{money(quote.net_total, quote.currency)}</td>
      <td className={classes.amount}>{money(quote.total, quote.currency)}</td>
      <td className={classes.owner}>{quote.owner.name}</td>
    </tr>
  );
}

function Card({ quote }: { quote: ListedQuote }) {
  return (
    <li>
      <Link className={classes.card} data-row to="/quotes/$id" params={{ id: quote.id }}>
        <span className={classes.customer} dir="auto">
          {quote.customer.name || quote.subject || quote.label}
        </span>
        <span className={classes.amount}>{money(quote.total, quote.currency)}</span>
        <span className={classes.soft}>
          {quote.label} · {day(quote.valid_until)}
        </span>
        <QuoteStatusBadge quote={quote} />
      </Link>
    </li>
  );
}

function Nothing({ search, onChange }: Props) {
  const people = usePeople();
  const filters = [
    search.q && `“${search.q}”`,
    search.status && words.statuses[search.status],
    search.expiring && words.expiring,
    search.owner && people.find((one) => one.id === search.owner)?.name,
  ].filter((name): name is string => Boolean(name));
  if (filters.length === 0) {
    return (
      <Empty
        title={words.none}
        act={
          <Button variant="default" renderRoot={(props) => <Link to="/leads" {...props} />}>
            {words.toLeads}
          </Button>
        }
      >
        {words.noneText}
      </Empty>
    );
  }
  const drop = () =>
    onChange({ q: undefined, status: undefined, expiring: undefined, owner: undefined });
  return (
    <Empty
      title={words.noneFound}
      act={
        <Button variant="default" onClick={drop}>
          {words.dropFilters}
        </Button>
      }
    >
      {words.noneFoundText(filters)}
    </Empty>
  );
}
