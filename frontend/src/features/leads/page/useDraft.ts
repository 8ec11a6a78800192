import { useState } from "react";
import type { ActivityKind } from "@/api/types.gen";

/** What somebody has begun to write on a lead. */
export type Draft = { kind: ActivityKind; body: string };

const BLANK: Draft = { kind: "note", body: "" };

/** What was begun stays, also over an expired session or a look at another page. */
export function useDraft(leadId: string) {
  const place = `draft of lead ${leadId}`;
  const [draft, set] = useState<Draft>(() => kept(place));
  const write = (next: Draft) => {
    set(next);
    try {
      if (next.body) sessionStorage.setItem(place, JSON.stringify(next));
      else sessionStorage.removeItem(place);
    } catch {
      // A full or forbidden storage only means that nothing is kept.
    }
  };
  return { draft, write };
}

function kept(place: string): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") ?? BLANK;
  } catch {
    return BLANK;
  }
}
