import { useCallback, useMemo, useRef, useState } from "react";
import type { GridRecord } from "./column";

const NOTHING: ReadonlySet<string> = new Set();

/** The records that are selected, by id; a range goes from the one chosen last. */
export function useSelection<Row extends GridRecord>(rows: readonly Row[]) {
  const [selected, select] = useState(NOTHING);
  const anchor = useRef<string | null>(null);
  const all = useRef(rows);
  all.current = rows;
  const toggle = useCallback((id: string, isRange: boolean) => {
    const from = isRange ? anchor.current : null;
    anchor.current = id;
    select((before) => toggled(before, all.current, id, from));
  }, []);
  const clear = useCallback(() => {
    anchor.current = null;
    select(NOTHING);
  }, []);
  const toggleAll = useCallback(() => {
    select((before) =>
      before.size >= all.current.length ? NOTHING : new Set(all.current.map((row) => row.id)),
    );
  }, []);
  return useMemo(
    () => ({ selected, toggle, toggleAll, clear }),
    [selected, toggle, toggleAll, clear],
  );
}

export type Selection = ReturnType<typeof useSelection>;

/** A selection after one record, or all from another one to it, were switched over. */
export function toggled(
  before: ReadonlySet<string>,
  rows: readonly GridRecord[],
  id: string,
  from: string | null,
): ReadonlySet<string> {
  const after = new Set(before);
  const put = (one: string) => (before.has(id) ? after.delete(one) : after.add(one));
  const ends =
    from === null ? [] : [from, id].map((one) => rows.findIndex((row) => row.id === one));
  if (ends.length === 0 || ends.includes(-1)) {
    put(id);
    return after;
  }
  for (const row of rows.slice(Math.min(...ends), Math.max(...ends) + 1)) put(row.id);
  return after;
}
