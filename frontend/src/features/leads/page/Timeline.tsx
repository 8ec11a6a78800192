import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Lead, TimelineEntry } from "@/api/types.gen";
import { addDays, dayOf } from "@/lib/days";
import { denseDay } from "@/lib/format";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { timelineQuery } from "../timeline.queries";
import { Entry } from "./Entry";
import { Section } from "./Section";
import classes from "./Timeline.module.css";

/** What happened, newest first, by day: what people wrote, and what became of quotes and invoices. */
export function Timeline({ lead }: { lead: Lead }) {
  const timeline = useInfiniteQuery(timelineQuery(lead.id));
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={texts.lead.timeline}>
      {timeline.isPending ? <Waiting /> : null}
      {timeline.isError && !timeline.data ? (
        <p className={classes.broken}>
          {texts.lead.timelineBroken}
          <Button size="compact-sm" variant="default" onClick={() => timeline.refetch()}>
            {texts.ui.tryAgain}
          </Button>
        </p>
      ) : null}
      {timeline.data && entries.length === 0 ? (
        <Empty title={texts.lead.nothingYet}>{texts.lead.nothingYetText}</Empty>
      ) : null}
      {byDay(entries).map(([day, those]) => (
        <div key={day} className={classes.day}>
          <h3 className={classes.date}>{named(day)}</h3>
          <ul className={classes.entries}>
            {those.map((entry) => (
              <Entry key={keyOf(entry)} entry={entry} lead={lead} />
            ))}
          </ul>
        </div>
      ))}
      {timeline.hasNextPage ? (
        <Older isLoading={timeline.isFetchingNextPage} fetch={timeline.fetchNextPage} />
      ) : null}
    </Section>
  );
}

function Older({ isLoading, fetch }: { isLoading: boolean; fetch: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef(fetch);
  more.current = fetch;
  useEffect(() => {
    if (!button.current || isLoading) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && more.current(), {
      rootMargin: "300px",
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <Button ref={button} variant="subtle" size="xs" loading={isLoading} onClick={() => fetch()}>
      {texts.lead.older}
    </Button>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Skeleton height={14} width={90} />
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Skeleton height={40} />
    </div>
  );
}

function byDay(entries: TimelineEntry[]): [string, TimelineEntry[]][] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function named(day: string): string {
  const today = dayOf(new Date().toISOString());
  if (day === today) return texts.lead.today;
  return day === addDays(today, -1) ? texts.lead.yesterday : denseDay(day, today);
}

const keyOf = (entry: TimelineEntry) =>
  entry.activity?.id ?? `${entry.at} ${entry.action} ${entry.entity_id}`;
