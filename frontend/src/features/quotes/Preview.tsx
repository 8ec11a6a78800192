import { Anchor } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { memo } from "react";
import type { Quote } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { PdfPreview } from "@/ui/document/PdfPreview";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import classes from "./Preview.module.css";
import { quotePdfQuery } from "./queries";

/** The address of a quote's PDF, for a tab of its own. */
export function pdfAddress(quote: Pick<Quote, "id">, documentId?: string): string {
  const address = `/api/v1/quotes/${quote.id}/pdf`;
  return documentId ? `${address}?document=${documentId}` : address;
}

/** The very PDF beside the quote; it follows each save of a draft. */
export const Preview = memo(function Preview({ quote }: { quote: Quote }) {
  const { data, error } = useQuery({
    ...quotePdfQuery(quote.id, quote.version),
    placeholderData: keepPreviousData,
  });
  return (
    <aside className={classes.pane} aria-label={texts.quotes.preview}>
      {error ? (
        <Refused refusal={refusalOf(error)} />
      ) : (
        <PdfPreview file={data} name={quote.label} />
      )}
      <Anchor size="xs" href={pdfAddress(quote)} target="_blank">
        {texts.quotes.openInTab}
      </Anchor>
    </aside>
  );
});

/** The same on a phone, over the page. */
export function PreviewDialog({ quote, onClose }: { quote: Quote; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={quote.label}
      fullScreen
      closeButtonProps={{ "aria-label": texts.quotes.closePreview }}
    >
      <Preview quote={quote} />
    </Modal>
  );
}
