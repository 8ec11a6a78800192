import { useDragOperation } from "@dnd-kit/react";
import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo } from "react";
import type { Lead, Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { columnQuery } from "../board.queries";
import type { BoardFilters } from "../columns";
import classes from "./Board.module.css";
import { Card } from "./Card";
import type { BoardActs } from "./Column";

type Props = BoardActs & {
  stage: Stage;
  filters: BoardFilters;
  since: string;
  scroller: RefObject<HTMLDivElement | null>;
};

const A_CARD = 98;

/** The cards of a column: only those in sight are drawn, more are fetched as one scrolls. */
export function CardList({ stage, filters, since, scroller, ...acts }: Props) {
  const cards = useInfiniteQuery(columnQuery(filters, stage, since));
  const leads = useMemo(
    () => unique(cards.data?.pages.flatMap((page) => page.items)),
    [cards.data],
  );
  const dragged = useDragOperation().source?.id;
  const held = dragged === undefined ? -1 : leads.findIndex((lead) => lead.id === dragged);
  const rows = useVirtualizer({
    count: leads.length,
    getScrollElement: () => scroller.current,
    getItemKey: (at) => leads[at]?.id ?? at,
    estimateSize: () => A_CARD,
    overscan: 6,
    // A card that is dragged stays drawn however far its column scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return held < 0 || shown.includes(held) ? shown : [...shown, held].sort((a, b) => a - b);
    },
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const arrived = leads.findIndex((lead) => lead.id === acts.moved?.id);
  useEffect(() => {
    if (arrived >= 0) rows.scrollToIndex(arrived);
  }, [arrived, rows]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = cards;
  useEffect(() => {
    if (last >= leads.length - 10 && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [last, leads.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div ref={scroller} className={classes.scroller}>
      {cards.isPending ? <Waiting /> : null}
      {cards.isError && !cards.data ? (
        <Button size="xs" variant="default" onClick={() => cards.refetch()}>
          {texts.board.retry}
        </Button>
      ) : null}
      {cards.data && leads.length === 0 ? (
        <p className={classes.nothing}>
          {stage.outcome === "open" ? texts.board.nothingHere : texts.board.nothingClosed}
        </p>
      ) : null}
      <ul className={classes.cards} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const lead = leads[row.index];
          return lead ? (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className={classes.row}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <Card lead={lead} {...acts} />
            </li>
          ) : null;
        })}
      </ul>
      {isFetchingNextPage ? <p className={classes.nothing}>{texts.board.loadMore}</p> : null}
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Skeleton height={88} radius={8} />
      <Skeleton height={88} radius={8} />
      <Skeleton height={88} radius={8} />
    </div>
  );
}

// A card that was put here by hand comes again with the page it belongs to.
function unique(leads: Lead[] = []): Lead[] {
  const seen = new Set<string>();
  return leads.filter(({ id }) => !seen.has(id) && seen.add(id));
}
