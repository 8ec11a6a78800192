import { useSortable } from "@dnd-kit/react/sortable";
import { ActionIcon, Menu, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Pipeline, Stage } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconDots, IconGripVertical } from "@/ui/icons";
import classes from "./Pipeline.module.css";
import { RemoveStageDialog } from "./RemoveStageDialog";
import { StageEditor } from "./StageEditor";

const words = texts.stages;

type Props = {
  pipeline: Pipeline;
  stage: Stage;
  place: number;
  isOpen: boolean;
  onOpen: (wants: boolean) => void;
  onMove: (to: number) => void;
};

/** One stage: what it is at a glance, and its fields when it is opened. */
export function StageRow({ pipeline, stage, place, isOpen, onOpen, onMove }: Props) {
  const { ref, handleRef, isDragging } = useSortable({ id: stage.key, index: place });
  return (
    <li ref={ref} className={classes.row} data-dragging={isDragging || undefined}>
      <div className={classes.line}>
        <button
          type="button"
          ref={handleRef}
          className={classes.handle}
          aria-label={words.drag(stage.name)}
        >
          <IconGripVertical size={16} aria-hidden />
        </button>
        <UnstyledButton
          className={classes.summary}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <Summary stage={stage} />
        </UnstyledButton>
        <Acts pipeline={pipeline} stage={stage} place={place} onMove={onMove} />
      </div>
      {isOpen ? (
        <StageEditor pipeline={pipeline} stage={stage} onClose={() => onOpen(false)} />
      ) : null}
    </li>
  );
}

function Summary({ stage }: { stage: Stage }) {
  return (
    <>
      <span className={classes.name}>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="5" fill={stage.color} />
        </svg>
        <span className={classes.nameText}>{stage.name}</span>
        {stage.is_proposal ? <span className={classes.tag}>{words.proposal}</span> : null}
      </span>
      <span className={classes.number}>{stage.probability} %</span>
      <span className={classes.rule}>
        {stage.outcome === "open"
          ? `${words.follows(stage.follow_up_days)}, ${words.stalls(stage.stalled_days)}`
          : words.closes[stage.outcome]}
      </span>
    </>
  );
}

type ActsProps = Pick<Props, "pipeline" | "stage" | "place" | "onMove">;

function Acts({ pipeline, stage, place, onMove }: ActsProps) {
  const [isRemoving, remove] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={texts.team.moreOf(stage.name)}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={place === 0} onClick={() => onMove(place - 1)}>
            {words.up}
          </Menu.Item>
          <Menu.Item
            disabled={place === pipeline.stages.length - 1}
            onClick={() => onMove(place + 1)}
          >
            {words.down}
          </Menu.Item>
          <Menu.Item color="red" onClick={() => remove(true)}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving ? (
        <RemoveStageDialog pipeline={pipeline} stage={stage} onClose={() => remove(false)} />
      ) : null}
    </>
  );
}
