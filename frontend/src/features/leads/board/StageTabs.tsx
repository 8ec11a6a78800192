import { UnstyledButton } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import type { Stage } from "@/api/types.gen";
import { count } from "@/lib/format";
import { texts } from "@/texts";
import { usePhone } from "@/ui/usePhone";
import type { BoardSums } from "../board.queries";
import { StageDot } from "../fields/StageDot";
import classes from "./StageTabs.module.css";

type Props = {
  stages: Stage[];
  sums: BoardSums | undefined;
  columns: RefObject<HTMLElement | null>;
};

/** On a phone one column is in sight; the stages above it tell which, and lead to the others. */
export function StageTabs({ stages, sums, columns }: Props) {
  const isPhone = usePhone();
  const [inSight, see] = useState(stages[0]?.key);
  useEffect(() => {
    const board = columns.current;
    if (!isPhone || !board) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting)?.target;
        if (seen instanceof HTMLElement) see(seen.dataset.column);
      },
      { root: board, threshold: 0.6 },
    );
    for (const column of board.querySelectorAll("[data-column]")) observer.observe(column);
    return () => observer.disconnect();
  }, [isPhone, columns]);
  if (!isPhone) return null;
  const goTo = (key: string) =>
    columns.current
      ?.querySelector(`[data-column="${key}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  return (
    <nav className={classes.tabs} aria-label={texts.board.stages}>
      {stages.map(({ key, name, color }) => (
        <UnstyledButton
          key={key}
          ref={(tab) => {
            if (key === inSight) tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
          }}
          className={classes.tab}
          aria-current={key === inSight || undefined}
          onClick={() => goTo(key)}
        >
          <StageDot color={color} />
          {name}
          <span className={classes.count}>{count(sums?.byStage.get(key)?.leads ?? 0)}</span>
        </UnstyledButton>
      ))}
    </nav>
  );
}
