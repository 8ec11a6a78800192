import { useSuspenseQuery } from "@tanstack/react-query";
import { DraftEditor } from "./draft/DraftEditor";
import { Offer } from "./Offer";
import { QuoteFrame } from "./QuoteFrame";
import { quoteQuery } from "./queries";

/** One quote: a draft is written in place, what was sent is read with what became of it. */
export function QuotePage({ id }: { id: string }) {
  const { data: quote } = useSuspenseQuery(quoteQuery(id));
  if (!quote.acts.includes("change")) {
    return (
      <QuoteFrame quote={quote}>
        <Offer quote={quote} />
      </QuoteFrame>
    );
  }
  return (
    <DraftEditor key={id} quote={quote}>
      {(saving, sheet) => (
        <QuoteFrame quote={quote} saving={saving}>
          {sheet}
        </QuoteFrame>
      )}
    </DraftEditor>
  );
}
