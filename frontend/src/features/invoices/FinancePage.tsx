import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function FinancePage() {
  return (
    <Page title={texts.invoices.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
