import { useEffect, useState } from "react";
import type { ActivityKind } from "@/api/types.gen";

/** What somebody has begun to write on a lead. */
export type Draft = { kind: ActivityKind; body: string };

const BLANK: Draft = { kind: "note", body: "" };

/** What was begun stays, also over an expired session or a look at another page. */
export function useDraft(leadId: string) {
  const place = `draft of lead ${leadId}`;
  const [draft, set] = useState<Draft>(() => kept(place));
  useEffect(() => keep(place, draft), [place, draft]);
  const clear = () => set(BLANK);
  /** What was sent in vain comes back, before whatever was written meanwhile. */
  const bringBack = ({ kind, body }: Draft) =>
    set((now) => ({ kind, body: [body, now.body].filter(Boolean).join("\n") }));
  return { draft, write: set, clear, bringBack };
}

function keep(place: string, draft: Draft) {
  try {
    if (draft.body) sessionStorage.setItem(place, JSON.stringify(draft));
    else sessionStorage.removeItem(place);
  } catch {
    // A full or forbidden storage only means that nothing is kept.
  }
}

function kept(place: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") ?? BLANK;
  } catch {
    return BLANK;
  }
}
