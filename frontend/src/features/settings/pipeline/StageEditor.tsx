import { useQueryClient } from "@tanstack/react-query";
import type { Pipeline, Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { pipelineQuery, useChangeStage } from "../pipeline.queries";
import { RowEditor } from "../RowEditor";
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
  return (
    <RowEditor className={classes.editor} record={record} labels={LABELS} onClose={onClose}>
      <StageFields form={record.form} />
    </RowEditor>
  );
}

const factsOf = ({ key: _key, position: _position, ...facts }: Stage): StageValues => facts;
