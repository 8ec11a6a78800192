import { useDroppable } from "@dnd-kit/react";
import { useRef } from "react";
import type { Lead, Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import type { BoardSums } from "../board.queries";
import type { BoardFilters } from "../columns";
import type { Moved } from "./Board";
import classes from "./Board.module.css";
import { CardFace } from "./CardFace";
import { CardList } from "./CardList";
import { ColumnHead } from "./ColumnHead";
import type { Carried } from "./useCarrying";

/** What every card may ask of its board. */
export type BoardActs = {
  onMove: (lead: Lead, stage: string) => void;
  /** Picks a card up by keys. */
  carry: (lead: Lead) => void;
  carried: Carried | undefined;
  moved: Moved | undefined;
};

type Props = BoardActs & {
  stage: Stage;
  filters: BoardFilters;
  since: string;
  sums: BoardSums | undefined;
};

/** One stage: its head with number and sum, and its cards, which scroll on their own. */
export function Column({ stage, filters, since, sums, ...acts }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, isDropTarget } = useDroppable({ id: stage.key, data: { stage: stage.key } });
  const sum = sums?.byStage.get(stage.key);
  const { carried } = acts;
  const isLanding = carried?.to === stage.key && carried.lead.stage !== stage.key;
  return (
    <section
      ref={ref}
      className={classes.column}
      data-column={stage.key}
      data-target={isDropTarget || isLanding || undefined}
      aria-label={texts.board.column(stage.name, sum?.leads ?? 0)}
    >
      <ColumnHead {...{ stage, sum, filters }} currency={sums?.currency} />
      {isLanding ? (
        <div className={classes.landing}>
          <CardFace lead={carried.lead} isLifted />
        </div>
      ) : null}
      <CardList {...{ stage, filters, since, scroller }} {...acts} />
    </section>
  );
}
