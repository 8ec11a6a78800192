import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ListedQuote } from "@/api/types.gen";
import { day, instant, money } from "@/lib/format";
import { texts } from "@/texts";
import { IconPlus } from "@/ui/icons";
import { useMay } from "@/workspace/session";
import { useCreateQuote } from "./drafting.queries";
import classes from "./LeadQuotes.module.css";
import { QuoteStatusBadge } from "./QuoteStatusBadge";
import { leadQuotesQuery } from "./queries";

/** Drafts a quote from a lead and opens it; for the button and for the key. */
export function useNewQuote(leadId: string) {
  const create = useCreateQuote(leadId);
  const navigate = useNavigate();
  const begin = () =>
    create.mutate(undefined, {
      onSuccess: (quote) => navigate({ to: "/quotes/$id", params: { id: quote.id } }),
    });
  return { begin: () => (create.isPending ? undefined : begin()), isPending: create.isPending };
}

/** The quotes of a lead, and the way to a new one. */
export function LeadQuotes({ leadId }: { leadId: string }) {
  const { data: found, isPending } = useQuery(leadQuotesQuery(leadId));
  const mayQuote = useMay("contribute");
  const { begin, isPending: isDrafting } = useNewQuote(leadId);
  const button = mayQuote ? (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      loading={isDrafting}
      onClick={begin}
    >
      {texts.quotes.newQuote}
    </Button>
  ) : null;
  if (isPending) return <Skeleton height={68} aria-label={texts.ui.loading} />;
  if (!found?.length) {
    return (
      <div className={classes.none}>
        <strong>{texts.quotes.noneOfLead}</strong>
        {mayQuote ? <p>{texts.quotes.noneOfLeadText}</p> : null}
        {button}
      </div>
    );
  }
  return (
    <div>
      <ul className={classes.list} aria-label={texts.quotes.ofLead}>
        {found.map((quote) => (
          <Item key={quote.id} quote={quote} />
        ))}
      </ul>
      {button}
    </div>
  );
}

function Item({ quote }: { quote: ListedQuote }) {
  return (
    <li className={classes.item} data-past={quote.status === "superseded" || undefined}>
      <Link to="/quotes/$id" params={{ id: quote.id }} className={classes.link}>
        <span className={classes.label}>{quote.label}</span>
        <span className={classes.subject} dir="auto">
          {quote.subject}
        </span>
      </Link>
      <QuoteStatusBadge quote={quote} />
      <span className={classes.when}>{lastOf(quote)}</span>
      <span className={classes.total}>{money(quote.total, quote.currency)}</span>
    </li>
  );
}

// What happened to it last, with its day.
function lastOf(quote: ListedQuote): string {
  const at = quote.accepted_at ?? quote.declined_at ?? quote.viewed_at ?? quote.sent_at;
  if (quote.status === "expired") return day(quote.valid_until);
  return instant(at ?? quote.created_at);
}
