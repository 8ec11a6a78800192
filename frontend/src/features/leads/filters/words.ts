import type { Stage, User } from "@/api/types.gen";
import { day, money } from "@/lib/format";
import { texts } from "@/texts";
import type { FilterName, LeadsSearch } from "./search";

type Known = { stages: readonly Stage[]; people: readonly User[]; currency: string };

const WORDS: Partial<Record<FilterName, Record<string, string>>> = {
  follow_up: texts.leads.followUps,
  outcome: texts.leads.outcomes,
  visibility: texts.leads.visibilities,
};

/** A filter that is set, in words: `Stage: Qualified`. */
export function filterInWords(search: LeadsSearch, name: FilterName, known: Known): string {
  const label = texts.leads.filterNames[name];
  if (name === "archived" || name === "undated") return label;
  if (name === "q") return `“${search.q}”`;
  return `${label}: ${valueInWords(String(search[name]), name, known)}`;
}

function valueInWords(value: string, name: FilterName, known: Known): string {
  if (name === "stage") return known.stages.find(({ key }) => key === value)?.name ?? value;
  if (name === "owner") return ownerInWords(value, known.people);
  if (name.startsWith("value_")) return money(value, known.currency);
  if (name.endsWith("_from") || name.endsWith("_to")) return day(value);
  if (name === "contact" || name === "company" || name === "pipeline") return texts.leads.thisOne;
  return WORDS[name]?.[value] ?? value;
}

function ownerInWords(value: string, people: readonly User[]): string {
  if (value === "me") return texts.leads.me;
  return people.find(({ id }) => id === value)?.name ?? texts.leads.thisOne;
}
