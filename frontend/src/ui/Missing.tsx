import { Button } from "@mantine/core";
import { texts } from "@/texts";
import { Empty } from "./Empty";

/** An address without a page, or a record that is not there for this person. */
export function Missing() {
  return (
    <Empty
      isPage
      title={texts.common.missing}
      act={
        <Button component="a" href="/" variant="default">
          {texts.common.toDashboard}
        </Button>
      }
    >
      {texts.common.missingText}
    </Empty>
  );
}
