import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function QuotePage() {
  return (
    <Page title={texts.quotes.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
