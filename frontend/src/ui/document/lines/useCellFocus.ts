import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import type { Column } from "./rows";

type Wanted = { key: string; column?: Column };

/**
 * Puts the focus into a cell, also of a line that is only about to be drawn.
 *
 * Without a column it returns to the cell of that line that had it, which a moved line loses.
 */
export function useCellFocus(list: RefObject<HTMLElement | null>) {
  const wanted = useRef<Wanted | null>(null);
  const last = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current && enter(list.current, wanted.current, last.current)) wanted.current = null;
  });
  return useCallback(
    (key: string, column?: Column) => {
      const { activeElement } = document;
      last.current = activeElement instanceof HTMLElement ? activeElement.dataset.col : undefined;
      wanted.current = { key, column };
      if (column && enter(list.current, { key, column }, undefined)) wanted.current = null;
    },
    [list],
  );
}

function enter(list: HTMLElement | null, { key, column }: Wanted, last: string | undefined) {
  const row = list?.querySelector(`[data-line="${key}"]`);
  const cell = row?.querySelector<HTMLElement>(`[data-col="${column ?? last}"]`);
  cell?.focus();
  return cell !== undefined && cell !== null;
}
