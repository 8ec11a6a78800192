import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { PageSkeleton } from "@/ui/PageSkeleton";

export function QuotesPage() {
  return (
    <Page title={texts.quotes.title}>
      <PageSkeleton />
    </Page>
  );
}
