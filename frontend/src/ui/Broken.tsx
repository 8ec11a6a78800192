import { Button } from "@mantine/core";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "./Empty";

/** A page that could not be shown, with the server's reason and a way on. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Empty
      title={texts.common.broken}
      act={<Button onClick={reset}>{texts.common.tryAgain}</Button>}
    >
      {error instanceof Error ? error.message : refusalOf(error).detail}
    </Empty>
  );
}
