import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";
import type { GridRecord } from "./column";
import type { useCursor } from "./useCursor";
import type { Selection } from "./useSelection";

type Given<Row extends GridRecord> = {
  rows: readonly Row[];
  cursor: ReturnType<typeof useCursor<Row>>;
  selection: Selection | null;
  onOpen: (row: Row) => void;
};

/** One pair of listeners for all cells: what a click and a key on a cell do. */
export function useGridEvents<Row extends GridRecord>(given: Given<Row>) {
  const { rows, cursor, selection } = given;
  // A link costs a router's work in each row; a plain one, followed here, costs none.
  const follow = (event: MouseEvent, row: Row) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    given.onOpen(row);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const hit = cellOf(event);
    if (!hit) return;
    const row = rows[hit.index];
    if (!row) return;
    if (hit.cell.dataset.check !== undefined) return selection?.toggle(row.id, event.shiftKey);
    const column = hit.cell.dataset.column ?? "";
    if ((event.target as HTMLElement).closest("a[data-open]")) return follow(event, row);
    if ((event.target as HTMLElement).closest("a, button, input")) return;
    if (hit.cell.dataset.edit !== undefined) cursor.edit(row, column);
    else cursor.put(hit.index, column);
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const { dataset, parentElement } = event.target;
    if (dataset.column) cursor.take(Number(parentElement?.dataset.index), dataset.column);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target as HTMLElement;
    if (cell.getAttribute("role") !== "gridcell") return;
    const act = keyActs(given, event)[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return { onClick, onFocus, onKeyDown };
}

function keyActs<Row extends GridRecord>(
  { rows, cursor, selection, onOpen }: Given<Row>,
  { shiftKey }: KeyboardEvent,
): Record<string, () => void> {
  const row = cursor.row();
  const select = () => row && selection?.toggle(row.id, false);
  const moveAndSelect = (by: number) => {
    if (row && shiftKey && !selection?.selected.has(row.id)) select();
    cursor.move(by);
    const next = rows[rows.findIndex((one) => one.id === row?.id) + by];
    if (next && shiftKey) selection?.toggle(next.id, false);
  };
  const page = Math.max(1, Math.floor(window.innerHeight / 34) - 6);
  return {
    ArrowDown: () => moveAndSelect(1),
    ArrowUp: () => moveAndSelect(-1),
    ArrowRight: () => cursor.move(0, 1),
    ArrowLeft: () => cursor.move(0, -1),
    PageDown: () => cursor.move(page),
    PageUp: () => cursor.move(-page),
    Home: () => cursor.move(0, -100),
    End: () => cursor.move(0, 100),
    Enter: () => row && onOpen(row),
    F2: () => row && cursor.cursor && cursor.edit(row, cursor.cursor.column),
    " ": select,
    Escape: () => selection?.clear(),
  };
}

// Clicks in an editor's popover bubble through React, though they lie elsewhere on the page.
function cellOf(event: MouseEvent<HTMLElement>) {
  const target = event.target as HTMLElement;
  if (!event.currentTarget.contains(target)) return;
  const cell = target.closest<HTMLElement>('[role="gridcell"]');
  const row = cell?.closest<HTMLElement>("[data-index]");
  if (!cell || !row || cell.dataset.edited !== undefined) return;
  return { cell, index: Number(row.dataset.index) };
}
