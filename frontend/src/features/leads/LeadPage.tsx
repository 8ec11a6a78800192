import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function LeadPage() {
  return (
    <Page title={texts.lead.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
