import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { Change } from "@/api/types.gen";
import { type News, useLiveEvents } from "@/workspace/events";

/** More leads than this at once are not fetched one by one. */
const FEW = 20;

type Follows = (change: Change) => QueryKey[];

const ofLead = (change: Change, ...parts: string[]): QueryKey[] =>
  change.lead_id === null ? [] : parts.map((part) => ["leads", part, change.lead_id]);
const told = (change: Change) => ofLead(change, "timeline");

/** What is out of date when a record of a noun was written; leads themselves are brought up to date. */
const FOLLOWS: Record<string, Follows> = {
  lead: (change) => [["metrics"], ...told(change)],
  activity: (change) => ofLead(change, "timeline", "tasks"),
  quote: (change) => [["quotes"], ["invoices"], ...told(change)],
  invoice: (change) => [["invoices"], ["quotes"], ["metrics"], ...told(change)],
  credit_note: (change) => [["invoices"], ["metrics"], ...told(change)],
  payment: (change) => [["invoices"], ["metrics"], ...told(change)],
  customer_credit: () => [["invoices"]],
  mail: (change) => [["mails"], ["quotes"], ["invoices"], ...told(change)],
  target: () => [["metrics"]],
  pipeline: () => [["pipelines"], ["metrics"], ["settings"]],
  user: () => [["users"], ["session", "me"]],
  workspace: () => [["settings"], ["session", "me"]],
  company: () => [["companies"], ["leads", "one"]],
  contact: () => [["contacts"], ["leads", "one"]],
  product: () => [["products"]],
  import: () => [["imports"]],
  api_key: () => [["settings", "keys"]],
};

/** Keeps the screen as it is at the server while colleagues work. */
export function useLive() {
  const queries = useQueryClient();
  useLiveEvents((news) => refresh(queries, news));
}

/** Brings up to date what the news are about, and only what is on the screen. */
export async function refresh(queries: QueryClient, { changes, missed }: News) {
  if (missed) {
    queries.invalidateQueries({ predicate: ({ queryKey }) => !isLongList(queryKey) });
    return refreshLeads(queries, [null]);
  }
  for (const key of outdated(changes)) {
    queries.invalidateQueries({
      queryKey: key,
      predicate: (query) => !isLongList(query.queryKey) && !isKnown(query.state.data, changes),
    });
  }
  const leads = changes.filter((change) => change.noun === "lead").map((change) => change.id);
  if (leads.length > 0) await refreshLeads(queries, [...new Set(leads)]);
}

function outdated(changes: Change[]): QueryKey[] {
  const keys = changes.flatMap((change) => FOLLOWS[change.noun]?.(change) ?? [[change.noun]]);
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}

// Lists of leads are long and stay where the reader scrolled them; leads come to them one by one.
function isLongList(key: QueryKey): boolean {
  return key[0] === "leads" && (key[1] === "list" || key[1] === "column");
}

/** Whether this is a record that was written and is known as it is now: one's own write coming back. */
function isKnown(data: unknown, changes: Change[]): boolean {
  if (typeof data !== "object" || data === null) return false;
  if (!("id" in data) || !("version" in data)) return false;
  const written = changes.filter((change) => change.id === data.id);
  if (written.length === 0) return false;
  return written.every(({ version }) => version !== null && version <= Number(data.version));
}

async function refreshLeads(queries: QueryClient, ids: (string | null)[]) {
  const { refreshLead } = await import("@/features/leads/live");
  const some = ids.length > FEW || ids.includes(null) ? [null] : ids;
  await Promise.all(some.map((id) => refreshLead(queries, id)));
}
