import type { ListedQuote } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./QuoteStatusBadge.module.css";

type Props = { quote: Pick<ListedQuote, "status" | "viewed_at"> };

/** Where a quote stands; a sent one that the customer has opened is called viewed. */
export function QuoteStatusBadge({ quote }: Props) {
  const status = quote.status === "sent" && quote.viewed_at ? "viewed" : quote.status;
  return (
    <span className={classes.badge} data-status={status}>
      {texts.quotes.statuses[status]}
    </span>
  );
}
