import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { PageSkeleton } from "@/ui/PageSkeleton";

export function InvoicesPage() {
  return (
    <Page title={texts.invoices.title}>
      <PageSkeleton />
    </Page>
  );
}
