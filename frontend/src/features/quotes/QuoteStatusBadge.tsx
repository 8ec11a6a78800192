import type { ListedQuote } from "@/api/types.gen";
import { texts } from "@/texts";
import { StatusBadge, type Tone } from "@/ui/document/StatusBadge";

const TONES: Record<ListedQuote["status"] | "viewed", Tone> = {
  draft: "draft",
  sent: "out",
  viewed: "seen",
  accepted: "good",
  declined: "bad",
  expired: "warn",
  withdrawn: "plain",
  superseded: "plain",
};

type Props = { quote: Pick<ListedQuote, "status" | "viewed_at"> };

/** Where a quote stands; a sent one that the customer has opened is called viewed. */
export function QuoteStatusBadge({ quote }: Props) {
  const status = quote.status === "sent" && quote.viewed_at ? "viewed" : quote.status;
  return <StatusBadge tone={TONES[status]}>{texts.quotes.statuses[status]}</StatusBadge>;
}
