import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { Pipeline, Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { Outcome } from "../Outcome";
import { pipelineQuery, useChangeStage } from "../pipeline.queries";
import { UnsavedGuard } from "../UnsavedGuard";
import { useRecordForm } from "../useRecordForm";
import classes from "./Pipeline.module.css";
import { StageFields, type StageValues } from "./StageFields";

const words = texts.stages;
const LABELS: Partial<Record<keyof StageValues, string>> = {
  name: words.name,
  description: words.description,
  color: words.color,
  probability: words.probability,
  outcome: words.outcome,
  is_proposal: words.proposal,
  follow_up_days: words.followUpDays,
  stalled_days: words.stalledDays,
};

type Props = { pipeline: Pipeline; stage: Stage; onClose: () => void };

/** A stage's fields in its own place in the list; Enter saves, Escape closes. */
export function StageEditor({ pipeline, stage, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChangeStage(pipeline.id);
  const record = useRecordForm<StageValues>({
    values: factsOf(stage),
    version: pipeline.version,
    save: (changed, version) => change.mutateAsync({ key: stage.key, version, change: changed }),
    reread: async () => {
      const fresh = await queries.fetchQuery({ ...pipelineQuery, staleTime: 0 });
      const now = fresh.stages.find(({ key }) => key === stage.key) ?? stage;
      return { values: factsOf(now), version: fresh.version };
    },
    onSaved: onClose,
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (record.isDirty) record.submit();
    else onClose();
  };
  return (
    <form
      className={classes.editor}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={record.isDirty && !record.isSaving && !change.isSuccess} />
      <StageFields form={record.form} />
      <Outcome record={record} labels={LABELS} />
      <div className={classes.foot}>
        <Button type="submit" loading={record.isSaving}>
          {texts.ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
      </div>
    </form>
  );
}

const factsOf = ({ key: _key, position: _position, ...facts }: Stage): StageValues => facts;
