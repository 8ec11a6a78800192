import { Button, SegmentedControl } from "@mantine/core";
import type { ActivityKind, ContactOutcome, Direction, Lead } from "@/api/types.gen";
import { shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { DayChoice } from "@/ui/inplace/DayChoice";
import { useToday } from "@/workspace/today";
import { nearDays } from "../fields/FollowUpField";
import classes from "./LogLine.module.css";

/** What is said of an activity besides its text. */
export type Details = {
  direction: Direction;
  outcome: ContactOutcome;
  followUpOn: string | null;
  dueOn: string | null;
  assigneeId: string | null;
};

export const noDetails: Details = {
  direction: "out",
  outcome: "reached",
  followUpOn: null,
  dueOn: null,
  assigneeId: null,
};

/** The kinds that are talking with the customer. */
export const contactKinds: ReadonlySet<ActivityKind> = new Set([
  "call",
  "email",
  "meeting",
  "message",
]);

type Props = {
  lead: Lead;
  kind: ActivityKind;
  details: Details;
  onChange: (details: Details) => void;
};

/** Who turned to whom, whether somebody was reached, and when to be in touch again. */
export function ContactDetails({ lead, kind, details, onChange }: Props) {
  const { direction, outcome } = details;
  return (
    <div className={classes.details}>
      {kind === "meeting" ? null : (
        <SegmentedControl
          size="xs"
          aria-label={texts.lead.direction}
          value={direction}
          onChange={(value) => onChange({ ...details, direction: value as Direction })}
          data={[
            { value: "out", label: texts.lead.outgoing },
            { value: "in", label: texts.lead.incoming },
          ]}
        />
      )}
      {direction === "out" ? (
        <SegmentedControl
          size="xs"
          aria-label={texts.lead.outcome}
          value={outcome}
          onChange={(value) => onChange({ ...details, outcome: value as ContactOutcome })}
          data={[
            { value: "reached", label: texts.lead.reached },
            { value: "no_answer", label: texts.lead.noAnswer },
          ]}
        />
      ) : null}
      {lead.outcome === "open" ? (
        <Next
          day={details.followUpOn}
          onChange={(followUpOn) => onChange({ ...details, followUpOn })}
        />
      ) : null}
    </div>
  );
}

type NextProps = { day: string | null; onChange: (day: string | null) => void };

function Next({ day, onChange }: NextProps) {
  const today = useToday();
  const near = nearDays(today);
  const isElsewhere = day !== null && near.every((one) => one.day !== day);
  return (
    <fieldset className={classes.next} aria-label={texts.lead.nextFollowUp}>
      <span className={classes.hint}>{texts.lead.nextFollowUp}</span>
      {near.map((one) => (
        <Button
          key={one.label}
          size="compact-xs"
          variant={one.day === day ? "filled" : "default"}
          aria-pressed={one.day === day}
          onClick={() => onChange(one.day === day ? null : one.day)}
        >
          {one.label}
        </Button>
      ))}
      <DayChoice
        label={texts.lead.nextFollowUp}
        value={day}
        near={[]}
        onChoose={onChange}
        onClear={() => onChange(null)}
        clear={texts.lead.asPlanned}
      >
        {isElsewhere ? shortDay(day) : texts.lead.asPlanned}
      </DayChoice>
    </fieldset>
  );
}
