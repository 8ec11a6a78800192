import { useDraggable } from "@dnd-kit/react";
import { type KeyboardEvent, memo, useEffect, useRef } from "react";
import type { Lead } from "@/api/types.gen";
import { rightsTo } from "../fields/rights";
import classes from "./Board.module.css";
import { CardFace } from "./CardFace";
import type { BoardActs } from "./Column";
import { MoveMenu } from "./MoveMenu";
import { stepTo } from "./steps";

type Props = BoardActs & { lead: Lead };

// A column redraws at each step of its scrolling; its cards need not.
export const Card = memo(CardOfLead);

/** One lead on the board: opened by Enter or a click, dragged, carried by keys, or sent by its menu. */
function CardOfLead({ lead, onMove, carry, carried, moved }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const isMoved = moved?.id === lead.id;
  const takesFocus = isMoved && moved.takesFocus;
  useEffect(() => {
    if (takesFocus) body.current?.querySelector("a")?.focus({ preventScroll: true });
  }, [takesFocus]);
  const { edit } = rightsTo(lead);
  const { isDragSource } = useDraggable({
    id: lead.id,
    data: { lead },
    disabled: !edit,
    element: body,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLAnchorElement)) return;
    if (event.key === " " && edit) {
      event.preventDefault();
      carry(lead);
    } else stepTo(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the link inside
    <div
      ref={body}
      className={classes.card}
      data-card={lead.id}
      data-away={isDragSource || carried?.lead.id === lead.id || undefined}
      data-moved={isMoved || undefined}
      data-movable={edit || undefined}
      onKeyDown={onKeyDown}
    >
      <CardFace lead={lead} isLinked isMovable={edit} />
      {edit ? <MoveMenu lead={lead} onMove={onMove} /> : null}
    </div>
  );
}
