import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { ColorChoice } from "./ColorChoice";
import classes from "./Pipeline.module.css";

const words = texts.stages;
const OUTCOMES = Object.entries(words.outcomes).map(([value, label]) => ({ value, label }));

export type StageValues = Omit<Stage, "key" | "position">;

type Props = { form: UseFormReturnType<StageValues>; mayChooseOutcome?: boolean };

/** What is said of a stage, when it is added and when it is changed. */
export function StageFields({ form, mayChooseOutcome = false }: Props) {
  const isOpen = form.values.outcome === "open";
  const days = { suffix: ` ${words.workingDays}`, min: 0, max: 365, allowDecimal: false };
  return (
    <div className={classes.fields}>
      <TextInput label={words.name} required data-autofocus {...form.getInputProps("name")} />
      <ColorChoice
        value={form.values.color}
        onChange={(color) => form.setFieldValue("color", color)}
        error={form.errors.color}
      />
      <TextInput
        className={classes.wide}
        label={words.description}
        description={words.descriptionHint}
        {...form.getInputProps("description")}
      />
      {mayChooseOutcome ? (
        <Select
          label={words.outcome}
          data={OUTCOMES}
          allowDeselect={false}
          {...form.getInputProps("outcome")}
        />
      ) : null}
      {isOpen ? (
        <>
          <NumberInput
            label={words.probability}
            description={words.probabilityHint}
            suffix=" %"
            min={0}
            max={100}
            allowDecimal={false}
            {...form.getInputProps("probability")}
          />
          <NumberInput
            label={words.followUpDays}
            description={words.stalledHint}
            {...days}
            {...form.getInputProps("follow_up_days")}
          />
          <NumberInput
            label={words.stalledDays}
            description={words.stalledHint}
            {...days}
            {...form.getInputProps("stalled_days")}
          />
          <Checkbox
            className={classes.wide}
            label={words.isProposal}
            {...form.getInputProps("is_proposal", { type: "checkbox" })}
          />
        </>
      ) : null}
    </div>
  );
}
