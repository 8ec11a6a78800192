import { Button } from "@mantine/core";
import { texts } from "@/texts";
import classes from "./Draft.module.css";
import type { SaveState as State } from "./useDraft";

const words = texts.invoices;
const SAYS: Record<State, string> = {
  saved: words.saved,
  typing: words.typing,
  saving: words.saving,
  refused: words.unsaved,
};

/** Whether what is typed is safe, told to everybody as it changes; what failed is tried again. */
export function SaveState({ state, onRetry }: { state: State; onRetry: () => void }) {
  return (
    <>
      <span className={classes.state} data-state={state} role="status">
        {SAYS[state]}
      </span>
      {state === "refused" ? (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {texts.ui.tryAgain}
        </Button>
      ) : null}
    </>
  );
}
