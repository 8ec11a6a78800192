import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function LeadsPage() {
  return (
    <Page title={texts.leads.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
