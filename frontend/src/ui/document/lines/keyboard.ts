import type { KeyboardEvent } from "react";
import type { Column } from "./rows";

/** Where a key was pressed, and what the lines can be told to do about it. */
type Keys = {
  keys: readonly string[];
  focus: (key: string, column: Column) => void;
  add: () => void;
  move: (key: string, by: number) => void;
  remove: (key: string) => void;
};

/** Moves between the cells as in a spreadsheet; true where the key meant something. */
export function onCellKey(event: KeyboardEvent<HTMLElement>, { keys, ...acts }: Keys): boolean {
  const cell = cellOf(event.target);
  if (!cell || event.nativeEvent.isComposing) return false;
  const at = keys.indexOf(cell.key);
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step && (event.altKey || event.ctrlKey)) {
    if (cell.element instanceof HTMLSelectElement && !event.ctrlKey) return false;
    acts.move(cell.key, step);
    return true;
  }
  if (event.key === "Delete" && event.altKey) {
    acts.remove(cell.key);
    return true;
  }
  if (event.key === "Enter" && !event.shiftKey) return below(keys[at + 1], cell.column, acts);
  if (!step || event.shiftKey || !isAtEdge(cell.element, step)) return false;
  const next = keys[at + step];
  if (next) acts.focus(next, cell.column);
  return next !== undefined;
}

function below(next: string | undefined, column: Column, acts: Omit<Keys, "keys">): boolean {
  if (next) acts.focus(next, column);
  else acts.add();
  return true;
}

function cellOf(target: EventTarget) {
  if (!(target instanceof HTMLElement)) return null;
  const key = target.closest<HTMLElement>("[data-line]")?.dataset.line;
  const column = target.dataset.col as Column | undefined;
  return key && column ? { key, column, element: target } : null;
}

// In words of several lines the arrows belong to the text until its first or last line.
function isAtEdge(element: HTMLElement, step: number): boolean {
  if (!(element instanceof HTMLTextAreaElement)) return true;
  const { value, selectionStart, selectionEnd } = element;
  const rest = step < 0 ? value.slice(0, selectionStart) : value.slice(selectionEnd);
  return !rest.includes("\n");
}
