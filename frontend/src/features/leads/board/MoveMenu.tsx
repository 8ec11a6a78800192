import { Menu, UnstyledButton } from "@mantine/core";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconCheck, IconDots } from "@/ui/icons";
import { useStages } from "@/workspace/reference";
import { StageDot } from "../fields/StageDot";
import classes from "./Board.module.css";

type Props = { lead: Lead; onMove: (lead: Lead, stage: string) => void };

/** Sends a card to any stage without dragging. */
export function MoveMenu({ lead, onMove }: Props) {
  const stages = useStages();
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
      keepMounted={false}
    >
      <Menu.Target>
        <UnstyledButton className={classes.more} aria-label={texts.board.moveTo(lead.title)}>
          <IconDots size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.board.move}</Menu.Label>
        {stages.map(({ key, name, color }) => (
          <Menu.Item
            key={key}
            leftSection={<StageDot color={color} />}
            rightSection={key === lead.stage ? <IconCheck size={14} aria-hidden /> : null}
            disabled={key === lead.stage}
            onClick={() => onMove(lead, key)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
