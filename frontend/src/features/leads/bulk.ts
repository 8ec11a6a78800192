import type { BulkChange, Lead, LeadBulk } from "@/api/types.gen";

export type Group = LeadBulk;

/** The most leads that the server changes at once. */
export const MOST_AT_ONCE = 1000;

/** Leads that get the same change, together; no group is larger than the server takes. */
export function grouped(leads: readonly Lead[], change: (lead: Lead) => BulkChange): Group[] {
  const groups = new Map<string, Group>();
  for (const lead of leads) {
    const wanted = change(lead);
    const key = JSON.stringify(wanted);
    const group = groups.get(key) ?? { ids: [], change: wanted };
    groups.set(key, group);
    group.ids.push(lead.id);
  }
  return [...groups.values()].flatMap(inParts);
}

function inParts({ ids, change }: Group): Group[] {
  const parts: Group[] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE)
    parts.push({ ids: ids.slice(at, at + MOST_AT_ONCE), change });
  return parts;
}

/** What brings a lead back into the stage in which it was. */
export function backToStage({ stage, outcome, ...lead }: Lead): BulkChange {
  const { next_follow_up_on, expected_close_on } = lead;
  if (outcome === "lost")
    return { stage, lost_reason: lead.lost_reason ?? "no_decision", lost_note: lead.lost_note };
  if (outcome === "won") return { stage, open_quotes: "keep" };
  return { stage, next_follow_up_on, expected_close_on };
}

/** A lead's tags with one more, or without one. */
export const withTag = (tags: string[], tag: string) =>
  tags.some((one) => one.toLowerCase() === tag.toLowerCase()) ? tags : [...tags, tag];
export const withoutTag = (tags: string[], tag: string) => tags.filter((one) => one !== tag);
