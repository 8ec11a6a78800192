import { Button, Group, Select, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Pipeline, Stage } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Modal } from "@/ui/Modal";
import { Refused } from "@/ui/Refused";
import { sayDone } from "@/ui/toasts";
import { leadsInQuery, useRemoveStage } from "../pipeline.queries";

const words = texts.stages;
const NEEDS_A_PLACE = "stage-in-use";

type Props = { pipeline: Pipeline; stage: Stage; onClose: () => void };

/** Removes a stage, and says where its leads go. */
export function RemoveStageDialog({ pipeline, stage, onClose }: Props) {
  const { data: leads } = useQuery(leadsInQuery(stage.key));
  const remove = useRemoveStage(pipeline);
  const refusal = remove.isError ? refusalOf(remove.error) : null;
  const others = pipeline.stages.filter(
    (other) => other.key !== stage.key && other.outcome === stage.outcome,
  );
  const [moveTo, choose] = useState<string | null>(others[0]?.key ?? null);
  const asks = Boolean(leads) || refusal?.kind === NEEDS_A_PLACE;
  const carryOut = () =>
    remove.mutate(
      { key: stage.key, moveTo: asks ? moveTo : null },
      {
        onSuccess: () => {
          onClose();
          sayDone(words.removed(stage.name));
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={words.removeTitle(stage.name)} centered>
      {leads === undefined ? (
        <Skeleton height={44} mb="md" />
      ) : (
        <Text mb="md">{words.removeText(leads)}</Text>
      )}
      {asks && others.length > 0 ? (
        <Select
          label={words.moveTo}
          data={others.map(({ key, name }) => ({ value: key, label: name }))}
          value={moveTo}
          onChange={choose}
          allowDeselect={false}
          mb="md"
        />
      ) : null}
      {refusal ? <Refused refusal={refusal} /> : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {texts.ui.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={carryOut}>
          {words.remove}
        </Button>
      </Group>
    </Modal>
  );
}
