import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Pipeline } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { useAddStage } from "../pipeline.queries";
import { UnsavedGuard } from "../UnsavedGuard";
import classes from "./Pipeline.module.css";
import { StageFields, type StageValues } from "./StageFields";
import { stageKey } from "./stageKey";

const words = texts.stages;
const BEGINNING: StageValues = {
  name: "",
  description: "",
  color: "#6366f1",
  probability: 20,
  outcome: "open",
  is_proposal: false,
  follow_up_days: 3,
  stalled_days: 10,
};

type Props = { pipeline: Pipeline; onClose: () => void };

/** A new stage, put before the closing ones; it is moved from there. */
export function AddStage({ pipeline, onClose }: Props) {
  const add = useAddStage(pipeline);
  const form = useForm<StageValues>({ initialValues: BEGINNING });
  const refusal = add.isError ? refusalOf(add.error) : null;
  const save = form.onSubmit(({ is_proposal, ...values }) => {
    const taken = pipeline.stages.map((stage) => stage.key);
    const draft = { ...values, key: stageKey(values.name, taken) };
    add.mutate(is_proposal ? { ...draft, is_proposal } : draft, {
      onSuccess: onClose,
      onError: (error) => form.setErrors(refusalOf(error).fields),
    });
  });
  return (
    <form
      className={classes.adding}
      aria-label={words.add}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={form.isDirty() && !add.isPending && !add.isSuccess} />
      <StageFields form={form} mayChooseOutcome />
      {refusal ? <Refused refusal={refusal} /> : null}
      <div className={classes.foot}>
        <Button type="submit" loading={add.isPending}>
          {texts.ui.add}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
      </div>
    </form>
  );
}
