import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function SettingsPage() {
  return (
    <Page title={texts.settings.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
