import type { Lead, Me } from "@/api/types.gen";
import { useMe } from "@/workspace/session";

/** What this person may change of one lead; the server has the last word. */
export type RightsToLead = {
  /** Title, value, stage, customer, tags, visibility. */
  edit: boolean;
  /** The next follow-up, notes, activities, quotes. */
  plan: boolean;
};

/** What somebody may change of a lead, as the server decides it. */
export function rightsTo(lead: Lead, me: Me): RightsToLead {
  const may = (right: string) => me.rights.includes(right);
  const isOwn = lead.owner.id === me.user.id && may("write_own_leads");
  const isOpenToReps =
    may("write_own_leads") && me.workspace.reps_edit_public && lead.visibility === "public";
  const edit = may("write_all_leads") || isOwn || isOpenToReps;
  return { edit, plan: edit || may("contribute") };
}

/** What the person at the screen may change of a lead. */
export function useRightsTo(lead: Lead): RightsToLead {
  return rightsTo(lead, useMe());
}
