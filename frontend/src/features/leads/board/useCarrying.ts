import { type RefObject, useEffect, useState } from "react";
import type { Lead, Stage } from "@/api/types.gen";
import { texts } from "@/texts";

/** A lead in the hand, and the stage it would be put down in. */
export type Carried = { lead: Lead; to: string };

type Asked = {
  stages: Stage[];
  put: (lead: Lead, stage: string) => void;
  /** Tells those who do not see the board. */
  say: (words: string) => void;
  board: RefObject<HTMLElement | null>;
};

/**
 * A card in the hand of somebody who uses keys: arrows choose the stage, Space or Enter puts it
 * down, Escape or Tab leaves it where it was.
 */
export function useCarrying({ stages, put, say, board }: Asked) {
  const [carried, hold] = useState<Carried>();
  const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name ?? key;
  const carry = (lead: Lead) => {
    hold({ lead, to: lead.stage });
    say(texts.board.pickedUp(lead.title, nameOf(lead.stage)));
  };
  const step = ({ lead, to }: Carried, by: number) => {
    const next = stages[stages.findIndex((stage) => stage.key === to) + by];
    if (!next) return;
    hold({ lead, to: next.key });
    say(texts.board.over(next.name));
    board.current
      ?.querySelector(`[data-column="${next.key}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const end = ({ lead, to }: Carried) => {
    hold(undefined);
    if (to === lead.stage) return say(texts.board.leftAlone(lead.title, nameOf(lead.stage)));
    put(lead, to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: one listener for what is in the hand
  useEffect(() => {
    if (!carried) return;
    const onKey = (event: KeyboardEvent) => {
      const act = {
        ArrowLeft: () => step(carried, -1),
        ArrowUp: () => step(carried, -1),
        ArrowRight: () => step(carried, 1),
        ArrowDown: () => step(carried, 1),
        " ": () => end(carried),
        Enter: () => end(carried),
        Escape: () => end({ ...carried, to: carried.lead.stage }),
        Tab: () => end({ ...carried, to: carried.lead.stage }),
      }[event.key];
      if (!act) return;
      if (event.key !== "Tab") event.preventDefault();
      event.stopPropagation();
      act();
    };
    const drop = () => hold(undefined);
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pointerdown", drop);
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("pointerdown", drop);
    };
  }, [carried]);
  return { carried, carry };
}
