// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be a table's.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to cells, and to buttons in the head.
import { memo } from "react";
import { texts } from "@/texts";
import { cellId, type GridColumn, type GridRecord } from "./column";
import classes from "./grid.module.css";

type Props<Row extends GridRecord> = {
  row: Row;
  index: number;
  start: number;
  columns: readonly GridColumn<Row>[];
  nameOf: (row: Row) => string;
  /** Null where rows are not selected at all. */
  isSelected: boolean | null;
  /** The column under the cursor, where the cursor is in this row. */
  cursor: string | null;
  /** Whether Tab comes into the grid here, since the cursor is nowhere in sight. */
  isEntry: boolean;
  /** The column under edit, where it is in this row. */
  editing: string | null;
  done: () => void;
};

function Row<Record extends GridRecord>({
  row,
  index,
  start,
  columns,
  isSelected,
  cursor,
  ...rest
}: Props<Record>) {
  return (
    <div
      role="row"
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? undefined}
      data-row={row.id}
      data-index={index}
      data-cursor={cursor !== null || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {isSelected === null ? (
        <div className={classes.check} aria-hidden="true" />
      ) : (
        <div role="gridcell" className={classes.check} aria-colindex={1} data-check>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            readOnly
            aria-label={texts.grid.selectRow(rest.nameOf(row))}
          />
        </div>
      )}
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          row={row}
          column={column}
          at={at + 2}
          isCursor={cursor === column.id}
          isStop={cursor === column.id || (rest.isEntry && at === 0)}
          isEdited={rest.editing === column.id}
          done={rest.done}
        />
      ))}
    </div>
  );
}

/** One row; drawn anew only when its own record, or what the reader does to it, changes. */
export const GridRow = memo(Row) as typeof Row;

type CellProps<Row extends GridRecord> = {
  row: Row;
  column: GridColumn<Row>;
  at: number;
  isCursor: boolean;
  isStop: boolean;
  isEdited: boolean;
  done: () => void;
};

function PlainCell<Row extends GridRecord>({ row, column, at, isCursor, ...rest }: CellProps<Row>) {
  const mayEdit = column.edit?.mayEdit(row) ?? false;
  return (
    <div
      role="gridcell"
      id={cellId(row.id, column.id)}
      className={classes.cell}
      aria-colindex={at}
      aria-readonly={column.edit ? !mayEdit : undefined}
      tabIndex={rest.isStop ? 0 : -1}
      data-cursor={isCursor || undefined}
      data-column={column.id}
      data-align={column.align}
      data-name={column.isName || undefined}
      data-edit={mayEdit || undefined}
      data-edited={rest.isEdited || undefined}
    >
      {rest.isEdited && column.edit ? column.edit.field(row, rest.done) : column.cell(row)}
    </div>
  );
}

const Cell = memo(PlainCell) as typeof PlainCell;
