import { addDays } from "@/lib/days";
import type { QuoteFilters } from "../queries";

export const STATUSES = [
  "draft",
  "sent",
  "accepted",
  "declined",
  "expired",
  "withdrawn",
  "superseded",
] as const;
export const SORTS = ["-created_at", "valid_until"] as const;
const SOON = 7;

/** What the address of the list says; all of it is optional. */
export type QuotesSearch = {
  q?: string;
  status?: (typeof STATUSES)[number];
  owner?: string;
  /** Only open quotes whose last day is near. */
  expiring?: true;
  sort?: (typeof SORTS)[number];
};

/** Keeps of an address what the list understands, so that an old or foreign link still opens. */
export function readSearch(raw: Record<string, unknown>): QuotesSearch {
  const search: QuotesSearch = {
    q: raw.q === undefined || raw.q === "" ? undefined : String(raw.q),
    status: STATUSES.find((status) => status === raw.status),
    owner: /^[0-9a-f-]{36}$/.test(String(raw.owner)) ? String(raw.owner) : undefined,
    expiring: raw.expiring === true ? true : undefined,
    sort: SORTS.find((sort) => sort === raw.sort),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The filters as the server takes them. */
export function quoteFilters(search: QuotesSearch, today: string): QuoteFilters {
  const { expiring, ...rest } = search;
  const sort = search.sort ?? (expiring ? "valid_until" : "-created_at");
  if (!expiring) return { ...rest, sort };
  return { ...rest, status: "sent", valid_to: addDays(today, SOON), sort };
}
