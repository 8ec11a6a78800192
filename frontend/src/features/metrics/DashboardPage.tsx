import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function DashboardPage() {
  return (
    <Page title={texts.metrics.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
