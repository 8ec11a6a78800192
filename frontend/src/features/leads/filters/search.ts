import type { LeadFilters } from "../queries";

export const FOLLOW_UPS = ["overdue", "today", "upcoming"] as const;
export const OUTCOMES = ["open", "won", "lost"] as const;
export const VISIBILITIES = ["public", "private"] as const;

/** The orders that the server knows. */
export const SORTS = [
  "created_at",
  "-created_at",
  "value",
  "-value",
  "title",
  "-title",
  "stage_entered_at",
  "-stage_entered_at",
  "next_follow_up_on",
  "-next_follow_up_on",
  "expected_close_on",
  "-expected_close_on",
  "last_contacted_at",
  "-last_contacted_at",
] as const;

export type LeadSort = (typeof SORTS)[number];

const DAYS = [
  "created_from",
  "created_to",
  "closed_from",
  "closed_to",
  "expected_close_from",
  "expected_close_to",
] as const;

const TEXTS = ["q", "stage", "source", "tag"] as const;
const AMOUNTS = ["value_min", "value_max"] as const;
const IDS = ["contact", "company", "pipeline"] as const;

/** The list's filters, search and order as they stand in the address; `me` is whoever reads it. */
export type LeadsSearch = {
  follow_up?: (typeof FOLLOW_UPS)[number];
  outcome?: (typeof OUTCOMES)[number];
  visibility?: (typeof VISIBILITIES)[number];
  /** A user's id, or `me`. */
  owner?: string;
  archived?: true;
  /** Only those without an expected close. */
  undated?: true;
  sort?: LeadSort;
} & { [name in (typeof DAYS | typeof TEXTS | typeof AMOUNTS | typeof IDS)[number]]?: string };

/** A filter by its name. */
export type FilterName = Exclude<keyof LeadsSearch, "sort">;

/** Reads an address; what it cannot mean is dropped. */
export function leadsSearch(raw: Record<string, unknown>): LeadsSearch {
  const found: Record<string, unknown> = {
    follow_up: oneOf(FOLLOW_UPS, raw.follow_up),
    outcome: oneOf(OUTCOMES, raw.outcome),
    visibility: oneOf(VISIBILITIES, raw.visibility),
    owner: raw.owner === "me" ? "me" : matching(ID, raw.owner),
    archived: raw.archived === true || undefined,
    undated: raw.undated === true || undefined,
    sort: oneOf(SORTS, raw.sort),
  };
  for (const name of DAYS) found[name] = day(raw[name]);
  for (const name of TEXTS) found[name] = text(raw[name]);
  for (const name of AMOUNTS) found[name] = matching(AMOUNT, raw[name]);
  for (const name of IDS) found[name] = matching(ID, raw[name]);
  return withoutGaps(found);
}

/** The question to the server that an address stands for. */
export function filtersOf({ owner, ...search }: LeadsSearch, me: string): LeadFilters {
  return owner ? { ...search, owner: owner === "me" ? me : owner } : search;
}

/** The filters that are set, in the order in which they are shown. */
export function activeFilters(search: LeadsSearch): FilterName[] {
  return (Object.keys(search) as (keyof LeadsSearch)[]).filter((name) => name !== "sort");
}

/** An address with some filters set anew; `undefined` takes one away. */
export function withFilters(search: LeadsSearch, set: Partial<LeadsSearch>): LeadsSearch {
  return withoutGaps({ ...search, ...set });
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = 200;

// The router reads `?q=2026` as a number.
function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() ? value.slice(0, LONGEST) : undefined;
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  const found = text(value);
  return found && pattern.test(found) ? found : undefined;
}

function day(value: unknown): string | undefined {
  const found = matching(DAY, value);
  if (!found || Number.isNaN(Date.parse(found))) return undefined;
  return new Date(`${found}T00:00:00Z`).toISOString().startsWith(found) ? found : undefined;
}

function oneOf<One extends string>(known: readonly One[], value: unknown): One | undefined {
  return known.find((one) => one === value);
}

function withoutGaps(search: Record<string, unknown>): LeadsSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ""),
  );
}
