import { useNavigate, useSearch } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { Filters } from "./Filters";
import classes from "./List.module.css";
import { QuoteList } from "./QuoteList";
import type { QuotesSearch } from "./search";

/** Every quote that one may see; what is filtered and sorted stands in the address. */
export function QuotesPage() {
  const search = useSearch({ from: "/_app/quotes/" });
  const navigate = useNavigate({ from: "/quotes/" });
  const narrow = (change: Partial<QuotesSearch>) =>
    navigate({ search: (before) => without({ ...before, ...change }), replace: true });
  return (
    <Page title={texts.quotes.title}>
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
