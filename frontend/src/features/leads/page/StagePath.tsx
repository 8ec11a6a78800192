import { Tooltip, UnstyledButton } from "@mantine/core";
import { type CSSProperties, useEffect, useRef } from "react";
import type { Lead, Stage } from "@/api/types.gen";
import { dayOf, daysBetween } from "@/lib/days";
import { day } from "@/lib/format";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import { useToday } from "@/workspace/today";
import { rightsTo } from "../fields/rights";
import { useMoveLead } from "../fields/useMoveLead";
import classes from "./StagePath.module.css";

/** The way from first contact to the end: where the lead stands, since when, and a click to move it. */
export function StagePath({ lead }: { lead: Lead }) {
  const stages = useStages();
  const { edit } = rightsTo(lead);
  const { move, asking } = useMoveLead();
  const open = stages.filter((stage) => stage.outcome === "open");
  const at = open.findIndex((stage) => stage.key === lead.stage);
  const path = useRef<HTMLOListElement>(null);
  // On a phone the path is wider than the screen: begin where the lead stands.
  useEffect(() => {
    const here = path.current?.children[at];
    if (path.current && here instanceof HTMLElement) path.current.scrollLeft = here.offsetLeft - 40;
  }, [at]);
  return (
    <>
      <ol ref={path} className={classes.path} aria-label={texts.lead.path}>
        {open.map((stage, place) => (
          <li
            key={stage.key}
            className={classes.step}
            data-place={placeOf(place, at, lead)}
            style={{ "--stage": stage.color } as CSSProperties}
          >
            <Step
              stage={stage}
              lead={lead}
              onMove={edit && !lead.archived_at ? () => move(lead, stage.key) : undefined}
            />
          </li>
        ))}
      </ol>
      {lead.outcome === "open" ? null : <Closed lead={lead} mayReopen={edit} />}
      {asking}
    </>
  );
}

type StepProps = { stage: Stage; lead: Lead; onMove: (() => void) | undefined };

function Step({ stage, lead, onMove }: StepProps) {
  const today = useToday();
  const isHere = stage.key === lead.stage;
  const face = (
    <>
      <span className={classes.name}>{stage.name}</span>
      {isHere ? (
        <span className={classes.days} data-stalled={lead.stalled || undefined}>
          {texts.lead.daysHere(daysBetween(lead.stage_entered_on, today))}
          {lead.stalled ? ` · ${texts.lead.stalled}` : null}
        </span>
      ) : null}
    </>
  );
  const hint = isHere ? texts.lead.usually(stage.stalled_days) : stage.description;
  return (
    <Tooltip label={hint} disabled={!hint} withArrow openDelay={400} multiline maw={280}>
      {onMove && !isHere ? (
        <UnstyledButton
          className={classes.face}
          aria-label={texts.lead.moveTo(stage.name)}
          onClick={onMove}
        >
          {face}
        </UnstyledButton>
      ) : (
        <span className={classes.face} aria-current={isHere ? "step" : undefined}>
          {face}
        </span>
      )}
    </Tooltip>
  );
}

function Closed({ lead, mayReopen }: { lead: Lead; mayReopen: boolean }) {
  const on = day(dayOf(lead.closed_at ?? lead.stage_entered_on));
  const why = lead.lost_reason ? texts.leads.reasons[lead.lost_reason] : null;
  return (
    <p className={classes.closed} data-outcome={lead.outcome}>
      <strong>{lead.outcome === "won" ? texts.lead.wonOn(on) : texts.lead.lostOn(on)}</strong>
      {why ? <span>{texts.lead.because(why)}</span> : null}
      {lead.lost_note ? <span className={classes.note}>“{lead.lost_note}”</span> : null}
      {mayReopen && !lead.archived_at ? (
        <span className={classes.reopen}>{texts.lead.reopen}</span>
      ) : null}
    </p>
  );
}

function placeOf(place: number, at: number, lead: Lead): "passed" | "here" | "ahead" {
  if (lead.outcome === "won") return "passed";
  if (lead.outcome === "lost") return "ahead";
  if (place === at) return "here";
  return place < at ? "passed" : "ahead";
}
