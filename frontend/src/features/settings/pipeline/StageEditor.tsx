import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { Pipeline, Stage, StageChange } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { Meanwhile } from "../Meanwhile";
import { pipelineQuery, useChangeStage } from "../pipeline.queries";
import { UnsavedGuard } from "../UnsavedGuard";
import classes from "./Pipeline.module.css";
import { StageFields, type StageValues } from "./StageFields";

type Props = { pipeline: Pipeline; stage: Stage; onClose: () => void };

/** A stage's fields in its own place in the list; Enter saves, Escape closes. */
export function StageEditor({ pipeline, stage, onClose }: Props) {
  const queries = useQueryClient();
  const change = useChangeStage(pipeline);
  const { key, position: _position, ...facts } = stage;
  const form = useForm<StageValues>({ initialValues: facts });
  const refusal = change.isError ? refusalOf(change.error) : null;
  const save = form.onSubmit((values) => {
    if (!form.isDirty()) return onClose();
    change.mutate(
      { key, change: changed(facts, values) },
      {
        onSuccess: onClose,
        onError: (error) => {
          const { status, fields } = refusalOf(error);
          form.setErrors(fields);
          if (status === 412) queries.invalidateQueries({ queryKey: pipelineQuery.queryKey });
        },
      },
    );
  });
  return (
    <form
      className={classes.editor}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={form.isDirty() && !change.isPending && !change.isSuccess} />
      <StageFields form={form} />
      {refusal?.status === 412 ? <Meanwhile /> : refusal ? <Refused refusal={refusal} /> : null}
      <div className={classes.foot}>
        <Button type="submit" loading={change.isPending}>
          {texts.ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Only what differs is sent, so that another's change of another field stays. */
function changed(before: StageValues, after: StageValues): StageChange {
  const names = Object.keys(after) as (keyof StageValues)[];
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  );
}
