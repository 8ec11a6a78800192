import { Button } from "@mantine/core";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Empty } from "./Empty";
import { Missing } from "./Missing";

/** A page that could not be shown, with the server's reason and a way on; a record that is not there is called so. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const refusal = refusalOf(error);
  if (refusal.status === 404) return <Missing />;
  if (isPartMissing(error))
    return (
      <Empty
        isPage
        title={texts.ui.broken}
        act={<Button onClick={() => window.location.reload()}>{texts.ui.reload}</Button>}
      >
        {texts.ui.partMissing}
      </Empty>
    );
  return (
    <Empty
      isPage
      title={texts.ui.broken}
      act={<Button onClick={reset}>{texts.ui.tryAgain}</Button>}
    >
      {error instanceof Error ? error.message : refusal.detail}
    </Empty>
  );
}

// In the words of Chromium, Firefox, Safari and Vite.
const isPartMissing = (error: unknown) =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);
