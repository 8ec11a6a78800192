import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function ImportPage() {
  return (
    <Page title={texts.imports.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
