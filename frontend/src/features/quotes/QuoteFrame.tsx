import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useCallback, useState } from "react";
import type { Quote } from "@/api/types.gen";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { usePhone } from "@/ui/usePhone";
import { QuoteActs } from "./acts/QuoteActs";
import type { SavingState } from "./draft/useSaving";
import { Preview, PreviewDialog } from "./Preview";
import classes from "./QuoteFrame.module.css";
import { QuoteStatusBadge } from "./QuoteStatusBadge";
import { leadOfQuoteQuery } from "./queries";
import { Story } from "./Story";

/** How a draft is saved, and a way to save it now. */
export type Saver = { state: SavingState; save: () => Promise<boolean> };

type Props = { quote: Quote; saving?: Saver; children: ReactNode };

/** What stands around a quote: its name, where it stands, its acts, and beside it story or PDF. */
export function QuoteFrame({ quote, saving, children }: Props) {
  const isPhone = usePhone();
  const [isKept, keep] = useLocalStorage({
    key: "throughline.quote-preview",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [isOver, showOver] = useState(false);
  // Beside the page it stays open from quote to quote; over it, on a phone, it is asked for each time.
  const [isPreviewed, preview] = isPhone ? [isOver, showOver] : [isKept, keep];
  const save = saving?.save;
  const toggle = useCallback(async () => {
    if (!isPreviewed) await save?.();
    preview(!isPreviewed);
  }, [isPreviewed, save, preview]);
  const isBeside = isPreviewed && !isPhone;
  return (
    <Page
      title={<Title quote={quote} saving={saving} />}
      acts={<QuoteActs quote={quote} save={save} isPreviewed={isPreviewed} onPreview={toggle} />}
    >
      <Meta quote={quote} />
      <div className={classes.columns} data-beside={isBeside || undefined}>
        {children}
        {isBeside ? <Preview quote={quote} /> : <Story quote={quote} />}
      </div>
      {isPreviewed && isPhone ? <PreviewDialog quote={quote} onClose={toggle} /> : null}
    </Page>
  );
}

function Title({ quote, saving }: Pick<Props, "quote" | "saving">) {
  return (
    <span className={classes.title}>
      {quote.label}
      <QuoteStatusBadge quote={quote} />
      {saving ? (
        <span className={classes.saving} data-state={saving.state} role="status">
          {saving.state === "lost" ? texts.quotes.refused : texts.quotes[saving.state]}
        </span>
      ) : null}
    </span>
  );
}

function Meta({ quote }: { quote: Quote }) {
  const { data: lead } = useQuery({ ...leadOfQuoteQuery(quote.lead_id), retry: false });
  if (!lead) return null;
  return (
    <p className={classes.meta}>
      <Link to="/leads/$id" params={{ id: lead.id }} className={classes.lead} dir="auto">
        {lead.title}
      </Link>
      <span>{lead.owner.name}</span>
    </p>
  );
}
