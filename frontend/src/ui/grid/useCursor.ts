import { useCallback, useRef, useState } from "react";
import { cellId, type GridColumn, type GridRecord } from "./column";

/** The cell that the keys are about; `index` says where its row was last seen. */
export type Cursor = { row: string; index: number; column: string };

/** The cell under edit. */
export type Editing = { row: string; column: string };

type Grid<Row extends GridRecord> = {
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  scrollTo: (index: number) => void;
  firstInSight: () => number;
};

/** Moves a cursor over the cells of a grid, and opens one of them for editing. */
export function useCursor<Row extends GridRecord>(given: Grid<Row>) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const grid = useRef(given);
  grid.current = given;
  const latest = useRef(cursor);
  latest.current = cursor;

  const put = useCallback((index: number, column?: string) => {
    const { rows, columns, scrollTo } = grid.current;
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (!row) return;
    const at = rows.indexOf(row);
    const next = { row: row.id, index: at, column: column ?? columns[0]?.id ?? "" };
    scrollTo(at);
    setCursor(next);
    focusSoon(next);
  }, []);

  const move = useCallback(
    (down: number, right = 0) => {
      const { rows, columns, firstInSight } = grid.current;
      const now = latest.current;
      if (!now) return put(firstInSight());
      const at = columns.findIndex((column) => column.id === now.column) + right;
      const column = columns[Math.max(0, Math.min(at, columns.length - 1))];
      put(indexOf(rows, now) + down, column?.id);
    },
    [put],
  );

  const edit = useCallback((row: Row, wanted: string) => {
    const { rows, columns } = grid.current;
    const column = columns.find(({ id }) => id === wanted);
    setCursor({ row: row.id, index: rows.indexOf(row), column: wanted });
    if (column?.edit?.mayEdit(row)) setEditing({ row: row.id, column: wanted });
  }, []);

  const done = useCallback(() => {
    setEditing(null);
    if (latest.current) focusSoon(latest.current, true);
  }, []);

  const take = useCallback((index: number, column: string) => {
    const row = grid.current.rows[index];
    const now = latest.current;
    if (row && (now?.row !== row.id || now.column !== column))
      setCursor({ row: row.id, index, column });
  }, []);

  const leave = useCallback(() => {
    setCursor(null);
    setEditing(null);
  }, []);

  const row = useCallback(() => {
    const { rows } = grid.current;
    return latest.current ? rows[indexOf(rows, latest.current)] : undefined;
  }, []);

  return { cursor, editing, put, take, move, edit, done, leave, row };
}

function indexOf(rows: readonly GridRecord[], { row, index }: Cursor): number {
  if (rows[index]?.id === row) return index;
  return rows.findIndex((one) => one.id === row);
}

// The row may be drawn only after it was scrolled to. After an edit the focus goes back to the
// cell, unless it went somewhere else meanwhile.
function focusSoon({ row, column }: Cursor, onlyIfLost = false) {
  requestAnimationFrame(() => {
    if (onlyIfLost && document.activeElement !== document.body) return;
    document.getElementById(cellId(row, column))?.focus({ preventScroll: true });
  });
}
