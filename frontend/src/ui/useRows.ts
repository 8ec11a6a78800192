import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { texts } from "@/texts";
import { useShortcuts } from "./keys";
import { usePhone } from "./usePhone";

const ROW = 38;
const AHEAD = 12;

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

type Look = {
  /** How high a row is on a phone, where it is a card. */
  card: number;
  /** The group of the key sheet that tells of `j` and `k`. */
  keys: string;
};

/**
 * Draws only the rows in sight, and fetches the next page before the last of them is reached.
 *
 * `j` and `k` go from row to row: to what `data-row` marks in each.
 */
export function useRows(count: number, pages: Paged, { card, keys }: Look) {
  const isPhone = usePhone();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isPhone ? card : ROW),
    overscan: AHEAD,
  });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= count - AHEAD) fetchNextPage();
  }, [last, count, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useShortcuts(keys, [
    { keys: "j", says: texts.ui.keyNext, act: () => step(scroller.current, 1) },
    { keys: "k", says: texts.ui.keyBefore, act: () => step(scroller.current, -1) },
  ]);
  return {
    scroller,
    seen,
    isPhone,
    above: seen[0]?.start ?? 0,
    below: rows.getTotalSize() - (seen.at(-1)?.end ?? 0),
  };
}

/** Moves the focus to the row before or after; without one, to the first in sight. */
function step(scroller: HTMLElement | null, by: number) {
  const links = [...(scroller?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 ? 0 : at + by]?.focus();
}
