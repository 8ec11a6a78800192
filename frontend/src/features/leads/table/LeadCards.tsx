import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import classes from "./cards.module.css";
import { LeadCard } from "./LeadCard";
import { keepPlace, placeOf } from "./place";
import type { LeadsList } from "./useLeadsList";

type Props = {
  list: LeadsList;
  /** The list's address, under which its place is kept. */
  place: string;
  /** Whether the cards stand in the order of their follow-ups, and get headings for them. */
  isByFollowUp: boolean;
};

const CARD = 118;
const AHEAD = 10;

/** Leads on a phone: what is due first, a tap away from a call or a mail. */
export function LeadCards({ list, place, isByFollowUp }: Props) {
  const { leads, onMore } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: leads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: (index) => leads[index]?.id ?? index,
    overscan: 6,
    initialOffset: placeOf(place),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onMore && last >= leads.length - AHEAD) onMore();
  }, [onMore, last, leads.length]);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      onScroll={(event) => keepPlace(place, event.currentTarget.scrollTop)}
    >
      <ul
        className={classes.list}
        aria-label={texts.leads.table}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ index, start, key }) => {
          const lead = leads[index];
          if (!lead) return null;
          const heading = isByFollowUp ? headingAt(leads, index) : null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {heading ? <h2 className={classes.heading}>{heading}</h2> : null}
              <LeadCard lead={lead} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function headingAt(leads: readonly Lead[], index: number): string | null {
  const due = leads[index]?.follow_up ?? "none";
  const before = index === 0 ? null : (leads[index - 1]?.follow_up ?? "none");
  return due === before ? null : texts.leads.due[due];
}
