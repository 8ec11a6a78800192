import { Button } from "@mantine/core";
import { texts } from "@/texts";
import { Empty } from "./Empty";

/** An address without a page, or a record that is not there for this person. */
export function Missing() {
  return (
    <Empty
      isPage
      title={texts.ui.missing}
      act={
        <Button component="a" href="/" variant="default">
          {texts.ui.toDashboard}
        </Button>
      }
    >
      {texts.ui.missingText}
    </Empty>
  );
}
