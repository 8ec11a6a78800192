import { useDragOperation, useDroppable } from "@dnd-kit/react";
import type { Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { StageDot } from "../fields/StageDot";
import classes from "./CloseZones.module.css";

const ABOVE_THE_COLUMNS = 4;

/** While a card is dragged, won and lost are always in reach, however far their columns are. */
export function CloseZones({ stages }: { stages: Stage[] }) {
  const { source } = useDragOperation();
  if (!source) return null;
  return (
    <div className={classes.zones}>
      {stages
        .filter((stage) => stage.outcome !== "open")
        .map((stage) => (
          <Zone key={stage.key} stage={stage} />
        ))}
    </div>
  );
}

function Zone({ stage }: { stage: Stage }) {
  const { ref, isDropTarget } = useDroppable({
    id: `close ${stage.key}`,
    data: { stage: stage.key },
    collisionPriority: ABOVE_THE_COLUMNS,
  });
  return (
    <div ref={ref} className={classes.zone} data-target={isDropTarget || undefined}>
      <StageDot color={stage.color} />
      {texts.board.dropToClose(stage.name)}
    </div>
  );
}
