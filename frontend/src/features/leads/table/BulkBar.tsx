import { Button, CloseButton } from "@mantine/core";
import { useState } from "react";
import type { Lead, LostReason, Stage } from "@/api/types.gen";
import { denseDay } from "@/lib/format";
import { texts } from "@/texts";
import { IconArchive } from "@/ui/icons";
import { Choice } from "@/ui/inplace/Choice";
import { DayChoice } from "@/ui/inplace/DayChoice";
import { sayRefused } from "@/ui/toasts";
import { usePeople, useStages } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import { backToStage } from "../bulk";
import { type BulkEdit, useChangeMany } from "../bulk.queries";
import { followUpOn, nearDays } from "../fields/FollowUpField";
import { LoseDialog } from "../fields/LoseDialog";
import { rightsTo } from "../fields/rights";
import { StageDot } from "../fields/StageDot";
import { moveTo } from "../fields/useMoveLead";
import classes from "./bulk.module.css";
import { TagsOfMany } from "./TagsOfMany";

type Props = {
  /** The leads that are selected. */
  leads: Lead[];
  tagsKnown: () => readonly string[];
  onClear: () => void;
};

/** What can be done to all selected leads at once. */
export function BulkBar({ leads, tagsKnown, onClear }: Props) {
  const change = useMany(leads);
  // Of colleagues' leads alone only the follow-up is offered; a mixed selection is told what stands against it.
  const mayEdit = leads.some((lead) => rightsTo(lead).edit);
  return (
    <section className={classes.bar} aria-label={texts.leads.withSelected}>
      <span className={classes.count} role="status">
        {texts.leads.selected(leads.length)}
      </span>
      {mayEdit ? <StageOfMany leads={leads} change={change} /> : null}
      {mayEdit ? <OwnerOfMany leads={leads} change={change} /> : null}
      <FollowUpOfMany leads={leads} change={change} />
      {mayEdit ? <TagsOfMany leads={leads} tagsKnown={tagsKnown} change={change} /> : null}
      {mayEdit ? (
        <Archive
          leads={leads}
          change={(edit) => {
            onClear();
            change(edit);
          }}
        />
      ) : null}
      <CloseButton
        className={classes.leave}
        onClick={onClear}
        aria-label={texts.leads.clearSelection}
      />
    </section>
  );
}

/** Changes the selected leads, after a look at what the server would refuse anyway. */
export type ChangeMany = (edit: Omit<BulkEdit, "leads">, onlyFollowUp?: boolean) => void;

function useMany(leads: Lead[]): ChangeMany {
  const many = useChangeMany();
  return (edit, onlyFollowUp = false) => {
    const right = onlyFollowUp ? "plan" : "edit";
    const others = leads.filter((lead) => !rightsTo(lead)[right]).length;
    if (others > 0) return sayRefused({ detail: texts.leads.onlyYours(others) });
    many.mutate({ leads, ...edit });
  };
}

type PartProps = { leads: Lead[]; change: ChangeMany };

function StageOfMany({ leads, change }: PartProps) {
  const stages = useStages();
  const [losing, lose] = useState<Stage | null>(null);
  const put = (stage: Stage, more: Parameters<typeof moveTo>[1] = {}) => {
    const { change: body, shown = {} } = moveTo(stage, more);
    const { stage: key, lost_reason, lost_note, open_quotes } = body;
    change({
      change: () => ({ stage: key, lost_reason, lost_note, open_quotes }),
      undo: backToStage,
      shown: () => shown,
      says: texts.leads.movedMany(leads.length, stage.name),
    });
  };
  const choose = (key: string) => {
    const stage = stages.find((one) => one.key === key);
    if (stage?.outcome === "lost") lose(stage);
    else if (stage) put(stage, stage.outcome === "won" ? { open_quotes: "keep" } : {});
  };
  return (
    <>
      <Choice
        label={texts.leads.withSelected}
        options={stages.map(({ key, name, color }) => ({
          value: key,
          label: name,
          mark: <StageDot color={color} />,
        }))}
        value={null}
        onChoose={choose}
        find={texts.leads.findStage}
        nothingFound={texts.leads.nothingFound}
      >
        {texts.leads.fieldNames.stage}
      </Choice>
      {losing ? (
        <LoseDialog
          what={texts.leads.loseMany(leads.length)}
          isMany={leads.length > 1}
          onLose={(lost_reason: LostReason, lost_note) => {
            lose(null);
            put(losing, { lost_reason, lost_note });
          }}
          onClose={() => lose(null)}
        />
      ) : null}
    </>
  );
}

function OwnerOfMany({ leads, change }: PartProps) {
  const people = usePeople();
  const give = (id: string) => {
    const owner = people.find((one) => one.id === id);
    if (!owner) return;
    change({
      change: () => ({ owner_id: id }),
      undo: (lead) => ({ owner_id: lead.owner.id }),
      shown: () => ({ owner: { id, name: owner.name } }),
      says: texts.leads.gaveMany(leads.length, owner.name),
    });
  };
  return (
    <Choice
      label={texts.leads.withSelected}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={null}
      onChoose={give}
      find={texts.leads.findOwner}
      nothingFound={texts.leads.nothingFound}
    >
      {texts.leads.fieldNames.owner}
    </Choice>
  );
}

function FollowUpOfMany({ leads, change }: PartProps) {
  const { today } = useMe().workspace;
  const plan = (day: string) => {
    const closed = leads.filter((lead) => lead.outcome !== "open").length;
    if (closed > 0) return sayRefused({ detail: texts.leads.closedHaveNone(closed) });
    change(
      {
        change: () => ({ next_follow_up_on: day }),
        undo: (lead) => ({ next_follow_up_on: lead.next_follow_up_on }),
        shown: () => followUpOn(day, today).shown ?? {},
        says: texts.leads.plannedMany(leads.length, denseDay(day, today)),
      },
      true,
    );
  };
  return (
    <DayChoice label={texts.leads.withSelected} value={null} near={nearDays(today)} onChoose={plan}>
      {texts.leads.fieldNames.next_follow_up_on}
    </DayChoice>
  );
}

function Archive({ leads, change }: PartProps) {
  const isArchived = leads.every((lead) => lead.archived_at !== null);
  const says = isArchived ? texts.leads.restoredMany : texts.leads.archivedMany;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      className={classes.button}
      leftSection={<IconArchive size={15} stroke={1.7} aria-hidden />}
      onClick={() =>
        change({
          change: () => ({ archived: !isArchived }),
          undo: () => ({ archived: isArchived }),
          shown: () => ({}),
          says: says(leads.length),
        })
      }
    >
      {isArchived ? texts.leads.restore : texts.leads.archive}
    </Button>
  );
}
