import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { useToday } from "@/workspace/today";
import { quotesQuery } from "../queries";
import { Filters } from "./Filters";
import classes from "./List.module.css";
import { QuoteList } from "./QuoteList";
import { type QuotesSearch, quoteFilters } from "./search";

/** Every quote that one may see; what is filtered and sorted stands in the address. */
export function QuotesPage() {
  const search = useSearch({ from: "/_app/quotes/" });
  const navigate = useNavigate({ from: "/quotes/" });
  const { data } = useInfiniteQuery(quotesQuery(quoteFilters(search, useToday())));
  const total = data?.pages[0]?.total;
  const narrow = (change: Partial<QuotesSearch>) =>
    navigate({ search: (before) => without({ ...before, ...change }), replace: true });
  return (
    <Page title={texts.quotes.title} count={total == null ? null : texts.quotes.count(total)}>
      <div className={classes.page}>
        <Filters search={search} onChange={narrow} />
        <QuoteList search={search} onChange={narrow} />
      </div>
    </Page>
  );
}

function without(search: QuotesSearch): QuotesSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value));
}
