import { UnstyledButton } from "@mantine/core";
import type { FigureGroups } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconX } from "@/ui/icons";
import classes from "./BehindTable.module.css";
import type { Opened } from "./opening";
import { type Kind, slicesOf } from "./slices";

const words = texts.metrics.opened;
const NO_RANKS = { sources: [], people: [] };
const KINDS: Kind[] = ["stage", "source", "owner"];

type Props = { groups: FigureGroups; opened: Opened; open: (opened: Opened) => void };

/** The slices by which the list is narrowed, each to be dropped by a click. */
export function Narrowing({ groups, opened, open }: Props) {
  const chips = KINDS.filter((kind) => opened[kind] !== undefined).map((kind) => ({
    kind,
    name:
      slicesOf(groups, kind, NO_RANKS).find((slice) => slice.key === opened[kind])?.name ??
      opened[kind],
  }));
  if (chips.length === 0) return null;
  return (
    <div className={classes.chips}>
      {chips.map(({ kind, name }) => (
        <UnstyledButton
          key={kind}
          className={classes.chip}
          aria-label={words.drop(name ?? "")}
          onClick={() => open({ ...opened, [kind]: undefined })}
        >
          <span>{name || texts.metrics.tables.noSource}</span>
          <IconX size={12} aria-hidden />
        </UnstyledButton>
      ))}
    </div>
  );
}
