import type { CreditNoteFilters, InvoiceFilters } from "../queries";

const STATUSES = ["draft", "issued", "partly_paid", "paid", "credited", "overdue"] as const;
const SORTS = [
  "created_at",
  "-created_at",
  "issued_on",
  "-issued_on",
  "due_on",
  "-due_on",
  "number",
  "-number",
  "total",
  "-total",
] as const;

/** What the address of the log says; all of it is optional. */
export type LogSearch = {
  tab?: "credit-notes";
  q?: string;
  status?: (typeof STATUSES)[number];
  customer?: string;
  owner?: string;
  issued_from?: string;
  issued_to?: string;
  due_from?: string;
  due_to?: string;
  paid_from?: string;
  paid_to?: string;
  sort?: (typeof SORTS)[number];
};

export const FILTERS = [
  "q",
  "status",
  "customer",
  "owner",
  "issued_from",
  "issued_to",
  "due_from",
  "due_to",
  "paid_from",
  "paid_to",
] as const;

export type FilterName = (typeof FILTERS)[number];
export const ALL_STATUSES = STATUSES;

/** Keeps of an address what the log understands, so that an old or foreign link still opens. */
export function readSearch(raw: Record<string, unknown>): LogSearch {
  const search: LogSearch = {
    tab: raw.tab === "credit-notes" ? raw.tab : undefined,
    q: text(raw.q),
    status: STATUSES.find((status) => status === raw.status),
    customer: id(raw.customer),
    owner: id(raw.owner),
    issued_from: day(raw.issued_from),
    issued_to: day(raw.issued_to),
    due_from: day(raw.due_from),
    due_to: day(raw.due_to),
    paid_from: day(raw.paid_from),
    paid_to: day(raw.paid_to),
    sort: SORTS.find((sort) => sort === raw.sort),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The filters as the server takes them. */
export function invoiceFilters({ tab: _, ...search }: LogSearch): InvoiceFilters {
  return { ...search, sort: search.sort ?? "-created_at" };
}

/** The filters that credit notes know too. */
export function noteFilters({ q, customer, issued_from, issued_to }: LogSearch): CreditNoteFilters {
  return { q, customer, issued_from, issued_to, sort: "-issued_on" };
}

function text(value: unknown): string | undefined {
  return value === undefined || value === null || value === "" ? undefined : String(value);
}

function day(value: unknown): string | undefined {
  const written = text(value);
  return written && /^\d{4}-\d\d-\d\d$/.test(written) ? written : undefined;
}

function id(value: unknown): string | undefined {
  const written = text(value);
  return written && /^[0-9a-f-]{36}$/.test(written) ? written : undefined;
}
