import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { FigureGroups } from "@/api/types.gen";
import { texts } from "@/texts";
import type { Opened } from "./opening";
import { PieSection } from "./PieSection";
import type { Figure } from "./queries";
import classes from "./Slices.module.css";
import { type Kind, type Measure, slicesOf } from "./slices";
import { useRanks } from "./useRanks";

const words = texts.metrics.opened;
const KINDS: { kind: Kind; title: string }[] = [
  { kind: "stage", title: words.byStage },
  { kind: "source", title: words.bySource },
  { kind: "owner", title: words.byRep },
];
const BY_VALUE: Figure[] = ["won", "forecast"];

type Props = {
  groups: FigureGroups;
  opened: Opened;
  open: (opened: Opened) => void;
};

/** A figure by stage, source and rep; choosing a slice narrows the others and the list. */
export function Slices({ groups, opened, open }: Props) {
  const [chosen, measureBy] = useState<Measure | null>(null);
  const measure = chosen ?? (BY_VALUE.includes(opened.figure) ? "value" : "leads");
  const ranks = useRanks();
  const toggle = (kind: Kind, key: string) =>
    open({ ...opened, [kind]: opened[kind] === key ? undefined : key });
  return (
    <>
      <div className={classes.head}>
        <p className={classes.hint}>{words.select}</p>
        <SegmentedControl
          size="xs"
          aria-label={words.measure}
          value={measure}
          onChange={(value) => measureBy(value as Measure)}
          data={[
            { value: "leads", label: words.number },
            { value: "value", label: words.value },
          ]}
        />
      </div>
      <div className={classes.pies}>
        {KINDS.map(({ kind, title }) => (
          <PieSection
            key={kind}
            title={title}
            note={kind === "stage" && opened.figure === "new_leads" ? words.stageNote : undefined}
            slices={slicesOf(groups, kind, ranks)}
            measure={measure}
            currency={groups.currency}
            chosen={opened[kind]}
            choose={(key) => toggle(kind, key)}
          />
        ))}
      </div>
    </>
  );
}
