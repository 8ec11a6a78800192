import { Accessibility, StyleInjector } from "@dnd-kit/dom";
import { DragDropProvider } from "@dnd-kit/react";
import { isSortable } from "@dnd-kit/react/sortable";
import { Button, Kbd, VisuallyHidden } from "@mantine/core";
import {
  type ClipboardEvent,
  type ComponentProps,
  type Dispatch,
  useCallback,
  useRef,
  useState,
} from "react";
import type { Tax } from "@/api/types.gen";
import { pageNonce } from "@/lib/nonce";
import { texts } from "@/texts";
import { IconPlus } from "../../icons";
import { sayDone } from "../../toasts";
import type { FindProducts } from "./DescriptionCell";
import { onCellKey } from "./keyboard";
import { type Complaints, LineRow } from "./LineRow";
import classes from "./LinesEditor.module.css";
import { type LinesAct, rowsFromSheet } from "./lines";
import { blankRow, type Change, COLUMNS, type Column, nextTax, type Row } from "./rows";
import { useCellFocus } from "./useCellFocus";

type Props = {
  rows: readonly Row[];
  act: Dispatch<LinesAct>;
  currency: string;
  /** How many decimals the currency has. */
  decimals: number;
  taxes: readonly Tax[];
  /** What each line comes to, by its key; from the server. */
  nets: ReadonlyMap<string, string>;
  stale: boolean;
  complaints: ReadonlyMap<string, Complaints>;
  find: FindProducts;
};

// Where a dragged line went is said by this editor itself.
const plugins: ComponentProps<typeof DragDropProvider>["plugins"] = (usual) => [
  ...usual.filter((plugin) => plugin !== Accessibility),
  StyleInjector.configure({ nonce: pageNonce() }),
];

/** The lines of a quote or an invoice, written as fast as in a spreadsheet. */
export function LinesEditor({ rows, act, taxes, nets, complaints, stale, ...rest }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const focus = useCellFocus(list);
  const [said, say] = useState("");
  const latest = useRef(rows);
  latest.current = rows;
  const change = useCallback(
    (key: string, made: Change) => act({ type: "change", key, change: made }),
    [act],
  );
  const fill = useCallback(
    (key: string, made: Change, goOn: boolean) => {
      act({ type: "change", key, change: made });
      if (goOn) focus(key, "quantity");
    },
    [act, focus],
  );
  const remove = useCallback(
    (key: string) => {
      const at = latest.current.findIndex((row) => row.key === key);
      const row = latest.current[at];
      if (!row) return;
      const next = latest.current[at + 1] ?? latest.current[at - 1];
      act({ type: "remove", key });
      if (next) focus(next.key, "description");
      const [name = ""] = row.description.split("\n");
      sayDone(texts.lines.removed(name), () => act({ type: "restore", row, at }));
    },
    [act, focus],
  );
  const add = () => {
    const row = blankRow(nextTax(rows, taxes));
    act({ type: "add", row });
    focus(row.key, "description");
  };
  const move = (key: string, by: number) => {
    const at = rows.findIndex((row) => row.key === key);
    if (!rows[at + by]) return;
    act({ type: "move", key, by });
    focus(key);
    say(texts.lines.moved(at + 1, at + by + 1));
  };
  const place = (key: string, to: number) => {
    const from = rows.findIndex((row) => row.key === key);
    act({ type: "place", key, at: to });
    if (from !== to) say(texts.lines.moved(from + 1, to + 1));
  };
  const paste = (event: ClipboardEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>("[data-line]")?.dataset.line;
    const pasted = rowsFromSheet(event.clipboardData.getData("text/plain"), nextTax(rows, taxes));
    if (!key || !pasted) return;
    event.preventDefault();
    act({ type: "paste", key, rows: pasted });
  };
  const keys = rows.map((row) => row.key);
  return (
    <section className={classes.editor} aria-label={texts.lines.title}>
      <Head />
      <DragDropProvider
        plugins={plugins}
        onDragEnd={({ operation: { source }, canceled }) => {
          if (canceled || !isSortable(source)) return;
          place(String(source.id), source.index);
        }}
      >
        <ol
          ref={list}
          className={classes.rows}
          data-stale={stale || undefined}
          onPaste={paste}
          onKeyDown={(event) => {
            if (onCellKey(event, { keys, focus, add, move, remove })) event.preventDefault();
          }}
        >
          {rows.map((row, index) => (
            <LineRow
              key={row.key}
              row={row}
              index={index}
              taxes={taxes}
              net={nets.get(row.key)}
              complaints={complaints.get(row.key)}
              onChange={change}
              onProduct={fill}
              onRemove={remove}
              {...rest}
            />
          ))}
        </ol>
      </DragDropProvider>
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.add}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {texts.lines.add}
        </Button>
        <Hints />
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}

const NUMBERS: readonly Column[] = ["quantity", "unit_price"];

function Head() {
  return (
    <div className={classes.head} aria-hidden="true">
      <span />
      {COLUMNS.map((column) => (
        <span key={column} data-number={NUMBERS.includes(column) || undefined}>
          {column === "quantity" ? texts.lines.shortQuantity : texts.lines[column]}
        </span>
      ))}
      <span data-number>{texts.lines.net}</span>
      <span />
    </div>
  );
}

function Hints() {
  return (
    <p className={classes.hints}>
      {texts.lines.keys.map(([keys, says]) => (
        <span key={keys}>
          <Kbd size="xs">{keys}</Kbd> {says}
        </span>
      ))}
    </p>
  );
}
