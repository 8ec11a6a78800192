import { useState } from "react";
import { texts } from "@/texts";
import { useShortcuts } from "@/ui/keys";

/** How often a key asked for a part of the page to open; it opens anew each time the number rises. */
export type Opened = number;

/** The keys of a lead's page, and which part each has opened. */
export function useLeadKeys(onNewQuote?: () => void) {
  const [opened, open] = useState({ title: 0, stage: 0, followUp: 0, log: 0 });
  const opens = (part: keyof typeof opened) => () =>
    open((now) => ({ ...now, [part]: now[part] + 1 }));
  useShortcuts(texts.lead.keys, [
    { keys: "e", says: texts.lead.keyEdit, act: opens("title") },
    { keys: "s", says: texts.lead.keyStage, act: opens("stage") },
    { keys: "f", says: texts.lead.keyFollowUp, act: opens("followUp") },
    { keys: "n", says: texts.lead.keyNote, act: opens("log") },
    ...(onNewQuote ? [{ keys: "q", says: texts.lead.keyQuote, act: onNewQuote }] : []),
  ]);
  return opened;
}
