import type { Lead } from "@/api/types.gen";

/** What the person at the screen may do to a lead, as the server tells it with the lead. */
export function rightsTo(lead: Lead) {
  return {
    /** Title, value, stage, customer, tags, visibility. */
    edit: lead.acts.includes("edit"),
    /** The next follow-up, notes, activities, quotes. */
    plan: lead.acts.includes("plan"),
  };
}
