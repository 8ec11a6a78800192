import type { Lead, TimelineEntry } from "@/api/types.gen";
import { ActivityEntry } from "./ActivityEntry";
import { EventEntry } from "./EventEntry";

/** One line of the timeline: something that somebody wrote, or something that happened. */
export function Entry({ entry, lead }: { entry: TimelineEntry; lead: Lead }) {
  if (entry.activity) return <ActivityEntry activity={entry.activity} lead={lead} />;
  return <EventEntry entry={entry} lead={lead} />;
}
