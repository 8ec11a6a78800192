import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function InvoicePage() {
  return (
    <Page title={texts.invoices.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
