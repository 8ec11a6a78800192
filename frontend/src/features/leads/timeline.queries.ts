import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Activity,
  type ActivityChange,
  type ActivityDraft,
  createActivity,
  deleteActivity,
  getTimeline,
  listActivities,
  type Timeline,
  type TimelineEntry,
  updateActivity,
} from "@/api";
import { byCursor } from "@/lib/paging";
import { refusalOf } from "@/lib/problem";
import { sayRefused } from "@/ui/toasts";
import { knownLead, leadKeys, showLead } from "./shown";

type Pages = InfiniteData<Timeline, string | null>;

const PAGE = 40;
const MANY = 200;

/** What happened on a lead, newest first. */
export const timelineQuery = (leadId: string) =>
  infiniteQueryOptions({
    queryKey: ["leads", "timeline", leadId],
    queryFn: async ({ pageParam, signal }) => read(leadId, pageParam, signal),
    ...byCursor,
  });

async function read(id: string, cursor: string | null, signal?: AbortSignal): Promise<Timeline> {
  return (await getTimeline({ path: { id }, query: { cursor, limit: PAGE }, signal })).data;
}

/** The tasks of a lead that are still to be done, the next due first. */
export const tasksQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["leads", "tasks", leadId],
    queryFn: async ({ signal }) => {
      const query = { done: false, limit: MANY };
      const found = (await listActivities({ path: { id: leadId }, query, signal })).data.items;
      return found.sort(byDue);
    },
  });

/** Fetches what is new, and leaves the older pages as they are. */
export async function refreshTimeline(queries: QueryClient, leadId: string) {
  const { queryKey } = timelineQuery(leadId);
  if (!queries.getQueryData(queryKey)) return;
  const newest = await read(leadId, null);
  queries.setQueryData<Pages>(queryKey, (known) => (known ? onTop(known, newest) : known));
}

/** Adds a note, a contact or a task; a contact may carry the next follow-up. */
export function useLog(leadId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, key }: { draft: ActivityDraft; key: string }) => {
      const headers = { "Idempotency-Key": key };
      return (await createActivity({ path: { id: leadId }, body: draft, headers })).data;
    },
    onSuccess: (activity) => {
      putEntry(queries, activity);
      return followUp(queries, leadId);
    },
  });
}

type Change = {
  activity: Activity;
  change: ActivityChange;
  /** Whoever shows the refusal himself takes it; otherwise a toast tells. */
  onStale?: (theirs: Activity | undefined) => void;
};

/** Changes an entry at once on the screen; goes back with the server's words when it refuses. */
export function useChangeActivity(leadId: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `activities of ${leadId}` },
    mutationFn: async ({ activity, change }: Change) => {
      const version = knownActivity(queries, leadId, activity.id)?.version ?? activity.version;
      const headers = { "If-Match": `"${version}"` };
      return (await updateActivity({ path: { id: activity.id }, body: change, headers })).data;
    },
    onMutate: ({ activity, change }) => {
      const before = knownActivity(queries, leadId, activity.id) ?? activity;
      showActivity(queries, { ...before, ...told(change) });
      return { before };
    },
    onSuccess: (activity) => showActivity(queries, activity),
    onError: async (error, { activity, onStale }, context) => {
      showActivity(queries, context?.before ?? activity);
      await refreshTimeline(queries, leadId);
      await queries.invalidateQueries({ queryKey: tasksQuery(leadId).queryKey });
      if (refusalOf(error).status === 412 && onStale)
        onStale(knownActivity(queries, leadId, activity.id));
      else sayRefused(refusalOf(error));
    },
  });
}

/** Removes an entry for good; also while the page is being left. */
export async function removeActivity(queries: QueryClient, activity: Activity) {
  try {
    await deleteActivity({ path: { id: activity.id }, keepalive: true });
    dropEntry(queries, activity);
  } catch (error) {
    if (refusalOf(error).status === 404) return dropEntry(queries, activity);
    sayRefused(refusalOf(error));
  }
}

// A contact counts, so the lead's attempts, last contact and follow-up are what the server says.
async function followUp(queries: QueryClient, leadId: string) {
  await queries.invalidateQueries({ queryKey: leadKeys.one(leadId) });
  const lead = knownLead(queries, leadId);
  if (lead) showLead(queries, lead);
  await queries.invalidateQueries({ queryKey: tasksQuery(leadId).queryKey });
}

function onTop(known: Pages, newest: Timeline): Pages {
  const [first, ...older] = known.pages;
  const last = newest.items.at(-1);
  if (!first || !last || newest.next_cursor === null)
    return { pages: [newest], pageParams: known.pageParams.slice(0, 1) };
  const isOlder = (entry: TimelineEntry) => entry.at < last.at;
  const stays = { ...first, items: [...newest.items, ...first.items.filter(isOlder)] };
  const rest = older.map((page) => ({ ...page, items: page.items.filter(isOlder) }));
  return { ...known, pages: [stays, ...rest] };
}

function putEntry(queries: QueryClient, activity: Activity) {
  changePages(queries, activity.lead_id, ([first, ...older]) =>
    first ? [{ ...first, items: [entryOf(activity), ...first.items] }, ...older] : [],
  );
}

function dropEntry(queries: QueryClient, activity: Activity) {
  changePages(queries, activity.lead_id, (pages) =>
    pages.map((page) => ({
      ...page,
      items: page.items.filter((entry) => entry.activity?.id !== activity.id),
    })),
  );
  queries.setQueryData<Activity[]>(tasksQuery(activity.lead_id).queryKey, (tasks) =>
    tasks?.filter((task) => task.id !== activity.id),
  );
}

function showActivity(queries: QueryClient, activity: Activity) {
  changePages(queries, activity.lead_id, (pages) =>
    pages.map((page) => ({
      ...page,
      items: page.items.map((entry) =>
        entry.activity?.id === activity.id ? { ...entry, activity } : entry,
      ),
    })),
  );
  queries.setQueryData<Activity[]>(tasksQuery(activity.lead_id).queryKey, (tasks) => {
    const others = tasks?.filter((task) => task.id !== activity.id) ?? [];
    const isOpen = activity.kind === "task" && activity.done_at === null;
    return tasks && (isOpen ? [...others, activity].sort(byDue) : others);
  });
}

function changePages(
  queries: QueryClient,
  leadId: string,
  change: (pages: Timeline[]) => Timeline[],
) {
  queries.setQueryData<Pages>(timelineQuery(leadId).queryKey, (known) =>
    known ? { ...known, pages: change(known.pages) } : known,
  );
}

function knownActivity(queries: QueryClient, leadId: string, id: string): Activity | undefined {
  const pages = queries.getQueryData<Pages>(timelineQuery(leadId).queryKey)?.pages ?? [];
  const tasks = queries.getQueryData<Activity[]>(tasksQuery(leadId).queryKey) ?? [];
  const entry = pages.flatMap((page) => page.items).find((one) => one.activity?.id === id);
  return entry?.activity ?? tasks.find((task) => task.id === id);
}

const entryOf = (activity: Activity): TimelineEntry => ({
  at: activity.happened_at,
  kind: "activity",
  action: `activity.${activity.kind}`,
  by: activity.by,
  activity,
  entity: "activity",
  entity_id: activity.id,
  details: {},
});

const told = (change: ActivityChange): Partial<Activity> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const LAST = "9999";

function byDue(one: Activity, other: Activity): number {
  return (one.due_on ?? LAST).localeCompare(other.due_on ?? LAST) || one.id.localeCompare(other.id);
}
