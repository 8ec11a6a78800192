import {
  Accessibility,
  PointerActivationConstraints,
  PointerSensor,
  StyleInjector,
} from "@dnd-kit/dom";
import { DragDropProvider, DragOverlay } from "@dnd-kit/react";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import type { Lead, Stage } from "@/api/types.gen";
import { pageNonce } from "@/lib/nonce";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import type { BoardSums } from "../board.queries";
import type { BoardFilters } from "../columns";
import { useMoveLead } from "../fields/useMoveLead";
import classes from "./Board.module.css";
import { CardFace, HOW_TO_MOVE } from "./CardFace";
import { CloseZones } from "./CloseZones";
import { Column } from "./Column";
import { EmptyBoard } from "./EmptyBoard";
import { StageTabs } from "./StageTabs";

import { useCarrying } from "./useCarrying";

type Props = { filters: BoardFilters; since: string; sums: BoardSums | undefined };

const sensors = [
  PointerSensor.configure({
    activationConstraints: (event) =>
      event.pointerType === "touch"
        ? [new PointerActivationConstraints.Delay({ value: 260, tolerance: 8 })]
        : [new PointerActivationConstraints.Distance({ value: 5 })],
    preventActivation: (event) =>
      event.target instanceof Element && event.target.closest("button") !== null,
  }),
];
// Keys and words for screen readers are the board's own, since a card is a link and not a button.
const plugins: ComponentProps<typeof DragDropProvider>["plugins"] = (usual) => [
  ...usual.filter((plugin) => plugin !== Accessibility),
  StyleInjector.configure({ nonce: pageNonce() }),
];

/** The columns side by side, between which cards are dragged, carried by keys, or sent by a menu. */
export function Board({ filters, since, sums }: Props) {
  const stages = useStages();
  const columns = useRef<HTMLDivElement>(null);
  const [said, say] = useState("");
  const [moved, mark] = useMarked();
  const { move, asking } = useMoveLead({
    onRefused: (lead) => say(texts.board.leftAlone(lead.title, nameOf(stages, lead.stage))),
  });
  const put = (lead: Lead, to: string, takesFocus: boolean) => {
    if (to === lead.stage) return;
    say(texts.board.putDown(lead.title, nameOf(stages, to)));
    mark({ id: lead.id, takesFocus });
    move(lead, to);
  };
  const onMove = (lead: Lead, to: string) => put(lead, to, true);
  const { carried, carry } = useCarrying({ stages, put: onMove, say, board: columns });
  if (sums && isEmpty(sums)) return <EmptyBoard filters={filters} />;
  return (
    <DragDropProvider
      sensors={sensors}
      plugins={plugins}
      onDragEnd={({ operation: { source, target }, canceled }) => {
        if (canceled || !source || !target) return;
        put(source.data.lead as Lead, target.data.stage as string, false);
      }}
    >
      <StageTabs {...{ stages, sums, columns }} />
      <div className={classes.columns} ref={columns}>
        {stages.map((stage) => (
          <Column
            key={stage.key}
            {...{ stage, filters, since, sums, moved, carry, carried, onMove }}
          />
        ))}
      </div>
      <CloseZones stages={stages} />
      <DragOverlay dropAnimation={null}>
        {(source) => <CardFace lead={source.data.lead as Lead} isLifted />}
      </DragOverlay>
      <p id={HOW_TO_MOVE} hidden>
        {texts.board.howToMove}
      </p>
      <output className={classes.unseen} aria-live="assertive">
        {said}
      </output>
      {asking}
    </DragDropProvider>
  );
}

/** The lead that was moved last: it is marked, and found again by those who use keys. */
export type Moved = { id: string; takesFocus: boolean };

const LONG_ENOUGH_TO_SEE = 1_500;

function useMarked() {
  const [moved, mark] = useState<Moved>();
  useEffect(() => {
    if (!moved) return;
    const fading = setTimeout(() => mark(undefined), LONG_ENOUGH_TO_SEE);
    return () => clearTimeout(fading);
  }, [moved]);
  return [moved, mark] as const;
}

const nameOf = (stages: Stage[], key: string) =>
  stages.find((stage) => stage.key === key)?.name ?? key;

const isEmpty = (sums: BoardSums) => [...sums.byStage.values()].every((sum) => sum.leads === 0);
