import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";

export function BoardPage() {
  return (
    <Page title={texts.board.title}>
      <Empty title="Nothing here yet" />
    </Page>
  );
}
