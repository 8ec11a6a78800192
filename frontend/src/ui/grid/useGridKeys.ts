import { texts } from "@/texts";
import { type Shortcut, useShortcuts } from "../keys";
import type { GridColumn, GridRecord } from "./column";
import type { useCursor } from "./useCursor";
import type { Selection } from "./useSelection";

type Given<Row extends GridRecord> = {
  columns: readonly GridColumn<Row>[];
  cursor: ReturnType<typeof useCursor<Row>>;
  selection: Selection | null;
};

/** The letters that work wherever the focus is on the page: they are about the row with the cursor. */
export function useGridKeys<Row extends GridRecord>({ columns, cursor, selection }: Given<Row>) {
  const onRow = (act: (row: Row) => void) => () => {
    const row = cursor.row();
    if (row) act(row);
    else cursor.move(0);
  };
  const editing: Shortcut[] = columns.flatMap(({ id, header, edit }) =>
    edit?.key
      ? [
          {
            keys: edit.key,
            says: texts.grid.editColumn(header),
            act: onRow((row) => cursor.edit(row, id)),
          },
        ]
      : [],
  );
  useShortcuts(texts.grid.keys, [
    { keys: "j", says: texts.grid.down, act: () => cursor.move(cursor.cursor ? 1 : 0) },
    { keys: "k", says: texts.grid.up, act: () => cursor.move(-1) },
    ...(selection
      ? [
          {
            keys: "x",
            says: texts.grid.select,
            act: onRow((row) => selection.toggle(row.id, false)),
          },
        ]
      : []),
    {
      keys: "e",
      says: texts.grid.edit,
      act: onRow((row) => cursor.edit(row, cursor.cursor?.column ?? "")),
    },
    ...editing,
  ]);
}
