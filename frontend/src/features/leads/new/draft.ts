import type { LeadDraft } from "@/api/types.gen";

/** What is typed into the form of a new lead. */
export type NewLeadValues = {
  title: string;
  company: string;
  /** The known company that was chosen, by id. */
  companyId: string | null;
  name: string;
  email: string;
  phone: string;
  /** The known contact that was chosen, by id. */
  contactId: string | null;
  value: string;
  source: string;
  owner: string;
  stage: string;
  followUp: string | null;
  isPrivate: boolean;
};

/** The form as the server takes it; what was left empty is not said. */
export function draftOf(values: NewLeadValues): LeadDraft {
  const said = (text: string) => text.trim() || undefined;
  const person = { name: said(values.name), email: said(values.email), phone: said(values.phone) };
  const isNamed = Boolean(person.name || person.email || person.phone);
  return {
    title: said(values.title),
    ...(values.contactId
      ? { contact_id: values.contactId }
      : { contact: isNamed ? person : undefined }),
    ...(values.companyId
      ? { company_id: values.companyId }
      : { company: said(values.company) ? { name: values.company.trim() } : undefined }),
    value: said(values.value),
    source: said(values.source),
    owner_id: values.owner,
    stage: values.stage,
    next_follow_up_on: values.followUp ?? undefined,
    visibility: values.isPrivate ? "private" : "public",
  };
}

const FIELDS: Record<string, keyof NewLeadValues> = {
  "contact.name": "name",
  "contact.email": "email",
  "contact.phone": "phone",
  contact: "name",
  contact_id: "name",
  "company.name": "company",
  company: "company",
  company_id: "company",
  owner_id: "owner",
  next_follow_up_on: "followUp",
  title: "title",
  value: "value",
  source: "source",
  stage: "stage",
};

/** The server's complaints at the fields of the form; the rest is for the form as a whole. */
export function atFields(complaints: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(complaints).flatMap(([path, message]) => {
      const field = FIELDS[path];
      return field ? [[field, message]] : [];
    }),
  );
}

let kept: NewLeadValues | null = null;

/** Keeps what was typed while the dialog is closed, until the lead is made. */
export function keepDraft(values: NewLeadValues | null) {
  kept = values;
}

export const keptDraft = () => kept;
