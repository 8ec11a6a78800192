import type { Lead, LeadChange } from "@/api/types.gen";
import { texts } from "@/texts";
import { sayRefused } from "@/ui/toasts";

// Under which name a change's field is read back from the lead.
const READ_AS: Partial<Record<keyof LeadChange, keyof Lead>> = {
  owner_id: "owner",
  contact_id: "contact",
  company_id: "company",
};

// What follows from other fields or from the clock, and so is nobody's edit.
const DERIVED = new Set<keyof Lead>([
  "version",
  "follow_up",
  "cold",
  "stalled",
  "outcome",
  "stage_entered_on",
  "closed_at",
  "acts",
]);

/** The fields in which somebody else made a lead differ from how this person saw it. */
export function changedFields(seen: Lead, now: Lead): (keyof Lead)[] {
  return (Object.keys(now) as (keyof Lead)[]).filter(
    (field) => !DERIVED.has(field) && JSON.stringify(seen[field]) !== JSON.stringify(now[field]),
  );
}

/** Whether a change touches a field that somebody else changed meanwhile. */
export function collides(change: LeadChange, theirs: (keyof Lead)[]): boolean {
  return (Object.keys(change) as (keyof LeadChange)[]).some((field) =>
    theirs.includes(READ_AS[field] ?? (field as keyof Lead)),
  );
}

/** Says that somebody else's edit of the same field stands, and offers to put one's own over it. */
export function sayChangedByOther(theirs: (keyof Lead)[], saveMine: () => void) {
  const names: Partial<Record<keyof Lead, string>> = texts.leads.fieldNames;
  const named = theirs.map((field) => names[field] ?? field);
  sayRefused(
    { detail: texts.leads.changedByOther(named) },
    { label: texts.leads.saveMine, act: saveMine },
  );
}
