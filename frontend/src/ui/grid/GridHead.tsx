// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be a table's.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to cells, and to buttons in the head.
import { useEffect, useRef } from "react";
import { texts } from "@/texts";
import { IconArrowDown, IconArrowUp } from "../icons";
import type { GridColumn, GridRecord } from "./column";
import classes from "./grid.module.css";
import type { Selection } from "./useSelection";

type Props<Row extends GridRecord> = {
  columns: readonly GridColumn<Row>[];
  sort: string | undefined;
  onSort: (sort: string) => void;
  selection: Selection | null;
  loaded: number;
  resizing: (id: string) => ((event: unknown) => void) | undefined;
};

/** The header row: sorts, widens, and selects all. */
export function GridHead<Row extends GridRecord>({ columns, selection, ...rest }: Props<Row>) {
  return (
    <div role="row" className={classes.head} aria-rowindex={1}>
      {selection ? (
        <SelectAll selection={selection} loaded={rest.loaded} />
      ) : (
        <div className={classes.check} aria-hidden="true" />
      )}
      {columns.map((column, at) => (
        <HeadCell
          key={column.id}
          column={column}
          at={at + 2}
          sort={rest.sort}
          onSort={rest.onSort}
          onResize={rest.resizing(column.id)}
        />
      ))}
    </div>
  );
}

function SelectAll({ selection, loaded }: { selection: Selection; loaded: number }) {
  const { selected, toggleAll } = selection;
  const isAll = selected.size > 0 && selected.size >= loaded;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected.size > 0 && !isAll;
  }, [selected, isAll]);
  return (
    <div role="columnheader" className={classes.check} aria-colindex={1}>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        onChange={toggleAll}
        aria-label={texts.grid.selectAll}
      />
    </div>
  );
}

type CellProps<Row extends GridRecord> = {
  column: GridColumn<Row>;
  at: number;
  sort: string | undefined;
  onSort: (sort: string) => void;
  onResize: ((event: unknown) => void) | undefined;
};

function HeadCell<Row extends GridRecord>({ column, at, sort, onSort, onResize }: CellProps<Row>) {
  const { sorts, header } = column;
  const sorted = sorts?.up === sort ? "ascending" : sorts?.down === sort ? "descending" : undefined;
  const next = sorts && (sort ? nextSort(sorts, sort) : firstSort(sorts));
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      aria-colindex={at}
      aria-sort={sorted ?? (sorts ? "none" : undefined)}
      data-align={column.align}
      data-name={column.isName || undefined}
    >
      {next ? (
        <button type="button" className={classes.sort} onClick={() => onSort(next)}>
          <span className={classes.text}>{header}</span>
          {sorted === "ascending" ? <IconArrowUp size={13} aria-hidden /> : null}
          {sorted === "descending" ? <IconArrowDown size={13} aria-hidden /> : null}
        </button>
      ) : (
        <span className={classes.text}>{header}</span>
      )}
      <span
        className={classes.handle}
        onMouseDown={onResize}
        onTouchStart={onResize}
        aria-hidden="true"
      />
    </div>
  );
}

type Sorts = NonNullable<GridColumn<GridRecord>["sorts"]>;

const firstSort = ({ up, down, first }: Sorts) => (first === "down" ? down : up);

function nextSort(sorts: Sorts, sort: string): string {
  if (sort === sorts.up) return sorts.down;
  if (sort === sorts.down) return sorts.up;
  return firstSort(sorts);
}
