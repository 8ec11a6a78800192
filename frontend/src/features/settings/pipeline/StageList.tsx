import { StyleInjector } from "@dnd-kit/dom";
import { DragDropProvider } from "@dnd-kit/react";
import { isSortable } from "@dnd-kit/react/sortable";
import { type ComponentProps, useState } from "react";
import type { Pipeline, Stage } from "@/api/types.gen";
import { pageNonce } from "@/lib/nonce";
import { texts } from "@/texts";
import { useOrderStages } from "../pipeline.queries";
import classes from "./Pipeline.module.css";
import { StageRow } from "./StageRow";

const plugins: ComponentProps<typeof DragDropProvider>["plugins"] = (usual) => [
  ...usual,
  StyleInjector.configure({ nonce: pageNonce() }),
];

type Props = { pipeline: Pipeline; onMoved: (stage: Stage, place: number) => void };

/** The stages in order, moved by pointer, by keys on their handle, or by their menu. */
export function StageList({ pipeline, onMoved }: Props) {
  const [opened, open] = useState<string | null>(null);
  const order = useOrderStages(pipeline);
  const move = (key: string, to: number) => {
    const keys = pipeline.stages.map((stage) => stage.key);
    const from = keys.indexOf(key);
    const stage = pipeline.stages[from];
    if (!stage || from === to || to < 0 || to >= keys.length) return;
    keys.splice(from, 1);
    keys.splice(to, 0, key);
    order.mutate(keys, { onSuccess: () => onMoved(stage, to + 1) });
  };
  return (
    <DragDropProvider
      plugins={plugins}
      onDragEnd={({ operation, canceled }) => {
        const { source } = operation;
        if (!canceled && isSortable(source)) move(String(source.id), source.index);
      }}
    >
      <ol className={classes.list} aria-label={texts.stages.list}>
        {pipeline.stages.map((stage, place) => (
          <StageRow
            key={stage.key}
            pipeline={pipeline}
            stage={stage}
            place={place}
            isOpen={opened === stage.key}
            onOpen={(wants) => open(wants ? stage.key : null)}
            onMove={(to) => move(stage.key, to)}
          />
        ))}
      </ol>
    </DragDropProvider>
  );
}
