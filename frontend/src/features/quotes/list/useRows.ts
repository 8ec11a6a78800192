import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { usePhone } from "@/ui/usePhone";

const ROW = 38;
const CARD = 72;
const AHEAD = 12;

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The rows in sight with the room above and below them; fetches on before the last is reached. */
export function useRows(count: number, { hasNextPage, isFetchingNextPage, fetchNextPage }: Paged) {
  const isPhone = usePhone();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isPhone ? CARD : ROW),
    overscan: AHEAD,
  });
  const seen = rows.getVirtualItems();
  const last = seen.at(-1);
  const isNearEnd = (last?.index ?? -1) >= count - AHEAD;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && isNearEnd) fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const above = seen[0]?.start ?? 0;
  const below = rows.getTotalSize() - (last?.end ?? 0);
  return { scroller, seen, isPhone, above, below };
}
