import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { texts } from "@/texts";
import { IconPlus } from "@/ui/icons";
import { sayDone } from "@/ui/toasts";
import { pipelineQuery } from "../pipeline.queries";
import { Section } from "../Section";
import { AddStage } from "./AddStage";
import { StageList } from "./StageList";

const words = texts.stages;

/** The stages of a sale: their order, colours and rules. */
export function PipelineSection() {
  const [isAdding, add] = useState(false);
  return (
    <Section
      title={texts.settings.sections.pipeline}
      intro={words.intro}
      forAdmins
      acts={
        <Button
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => add(true)}
          disabled={isAdding}
        >
          {words.add}
        </Button>
      }
    >
      <Stages isAdding={isAdding} onAdded={() => add(false)} />
    </Section>
  );
}

function Stages({ isAdding, onAdded }: { isAdding: boolean; onAdded: () => void }) {
  const { data: pipeline } = useSuspenseQuery(pipelineQuery);
  return (
    <>
      {isAdding ? <AddStage pipeline={pipeline} onClose={onAdded} /> : null}
      <StageList
        pipeline={pipeline}
        onMoved={(stage, place) => sayDone(words.moved(stage.name, place))}
      />
    </>
  );
}
