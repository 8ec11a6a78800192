import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import type { Lead, LostReason, OpenOffers, Stage } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useStages } from "@/workspace/reference";
import { changeLead, type LeadEdit } from "../queries";
import { knownLead } from "../shown";
import { LoseDialog } from "./LoseDialog";
import { WinDialog } from "./WinDialog";

type Ending = {
  /** The move is done with: made, refused or given up. */
  onSettled?: () => void;
  /** The lead stays where it was, so that a card can go back. */
  onRefused?: (lead: Lead) => void;
};

type Asked = { lead: Lead; stage: Stage; about: "loss" } | Refused;
type Refused = { lead: Lead; stage: Stage; about: "quotes"; detail: string };

type Moving = {
  /** Moves a lead to a stage by its key, asking first what the move needs. */
  move: (lead: Lead, stage: string) => void;
  /** The dialog that asks; goes anywhere on the page. */
  asking: ReactNode;
  /** Whether a move is under way, so that whoever shows the dialog has to stay. */
  isAsking: () => boolean;
};

/** Moves leads between stages: losing asks why, winning asks only what the server wants to know. */
export function useMoveLead({ onSettled, onRefused }: Ending = {}): Moving {
  const queries = useQueryClient();
  const stages = useStages();
  const [asked, ask] = useState<Asked | null>(null);
  const asking = useRef(false);

  const put = (next: Asked | null) => {
    asking.current = next !== null;
    ask(next);
  };
  const send = async (lead: Lead, stage: Stage, more: LeadEdit["change"] = {}) => {
    ask(null);
    asking.current = true;
    try {
      await changeLead(queries, lead.id, moveTo(stage, more));
      asking.current = false;
      sayMoved(lead, stage);
      onSettled?.();
    } catch (error) {
      const { kind, detail } = refusalOf(error);
      onRefused?.(lead);
      if (kind === "open-quote") put({ lead, stage, about: "quotes", detail });
      else {
        asking.current = false;
        onSettled?.();
      }
    }
  };
  // A slip of the hand must be easy to take back, but not what was done on purpose since.
  const sayMoved = (lead: Lead, to: Stage) => {
    const before = stages.find((one) => one.key === lead.stage);
    const undo = (from: Stage) => () => {
      if (knownLead(queries, lead.id)?.stage !== to.key)
        return sayRefused({ detail: texts.leads.movedOn(lead.title) });
      changeLead(queries, lead.id, moveTo(from)).catch(() => undefined);
    };
    sayDone(texts.leads.moved(lead.title, to.name), before && undo(before), `move ${lead.id}`);
  };
  const giveUp = () => {
    if (asked?.about === "loss") onRefused?.(asked.lead);
    put(null);
    onSettled?.();
  };
  const move = (lead: Lead, key: string) => {
    const stage = stages.find((one) => one.key === key);
    if (!stage || key === lead.stage) return;
    if (stage.outcome === "lost") put({ lead, stage, about: "loss" });
    else send(lead, stage);
  };
  return {
    move,
    isAsking: () => asking.current,
    asking: asked ? <Dialog {...{ asked, send, giveUp }} /> : null,
  };
}

type DialogProps = {
  asked: Asked;
  send: (lead: Lead, stage: Stage, more: LeadEdit["change"]) => void;
  giveUp: () => void;
};

function Dialog({ asked, send, giveUp }: DialogProps) {
  const { lead, stage } = asked;
  const lose = (lost_reason: LostReason, lost_note: string | null) =>
    send(lead, stage, { lost_reason, lost_note });
  const win = (open_quotes: OpenOffers) => send(lead, stage, { open_quotes });
  if (asked.about === "loss")
    return <LoseDialog what={lead.title} onLose={lose} onClose={giveUp} />;
  return <WinDialog detail={asked.detail} onWin={win} onClose={giveUp} />;
}

/** The edit that moves a lead, with how it looks until the server answers. */
export function moveTo(stage: Stage, more: LeadEdit["change"] = {}): LeadEdit {
  const closes = stage.outcome !== "open";
  return {
    change: { stage: stage.key, ...more },
    shown: {
      stage: stage.key,
      outcome: stage.outcome,
      stalled: false,
      ...(closes ? { next_follow_up_on: null, follow_up: null, cold: false } : {}),
    },
    answers: ["open-quote"],
  };
}
