import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type CSSProperties, useEffect, useMemo } from "react";
import type { GridColumn, GridRecord } from "./column";

const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
});

// The table keeps the columns only. Its row model would be made anew from every loaded row at each
// edit; the grid's rows are the records themselves.
const NO_ROWS: GridRecord[] = [];

const NARROWEST = 64;

type Remembered = {
  columnVisibility: Record<string, boolean>;
  columnSizing: Record<string, number>;
};

/** Which columns are shown and how wide, remembered on this device under a name. */
export function useGridColumns<Row extends GridRecord>(
  name: string,
  columns: readonly GridColumn<Row>[],
) {
  const definitions = useMemo(() => columns.map(definition), [columns]);
  const initialState = useMemo(() => remembered(name, columns), [name, columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    initialState,
    columnResizeMode: "onChange",
  });
  const { columnVisibility, columnSizing } = table.state;
  useEffect(() => {
    remember(name, { columnVisibility, columnSizing });
  }, [name, columnVisibility, columnSizing]);
  const shown = useMemo(
    () => columns.filter(({ id }) => columnVisibility[id] !== false),
    [columns, columnVisibility],
  );
  const width = ({ id, width }: GridColumn<Row>) => columnSizing[id] ?? width;
  return {
    shown,
    isShown: (id: string) => columnVisibility[id] !== false,
    show: (id: string, isShown: boolean) => table.getColumn(id)?.toggleVisibility(isShown),
    reset: () => {
      table.setColumnVisibility(atFirst(columns));
      table.setColumnSizing({});
    },
    resizing: (id: string) =>
      table
        .getFlatHeaders()
        .find((header) => header.column.id === id)
        ?.getResizeHandler(),
    /** The widths as the CSS of the grid, so that resizing draws no row anew. */
    widths: widths(shown, width),
  };
}

function definition<Row extends GridRecord>({ id, width }: GridColumn<Row>) {
  return { id, accessorFn: () => null, size: width, minSize: NARROWEST };
}

function widths<Row extends GridRecord>(
  shown: GridColumn<Row>[],
  width: (column: GridColumn<Row>) => number,
): CSSProperties {
  const tracks = shown.map((column) =>
    column.isName ? `minmax(${width(column)}px, 1fr)` : `${width(column)}px`,
  );
  const total = shown.reduce((sum, column) => sum + width(column), 0);
  return { "--tracks": tracks.join(" "), "--total": `${total}px` } as CSSProperties;
}

const atFirst = <Row extends GridRecord>(columns: readonly GridColumn<Row>[]) =>
  Object.fromEntries(columns.map(({ id, atFirst = true }) => [id, atFirst]));

function remembered<Row extends GridRecord>(
  name: string,
  columns: readonly GridColumn<Row>[],
): Remembered {
  const fresh = { columnVisibility: atFirst(columns), columnSizing: {} };
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(name)) ?? "{}") as Partial<Remembered>;
    return {
      columnVisibility: { ...fresh.columnVisibility, ...kept.columnVisibility },
      columnSizing: kept.columnSizing ?? {},
    };
  } catch {
    return fresh;
  }
}

function remember(name: string, state: Remembered) {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(state));
  } catch {
    // A device that keeps nothing shows the columns as at first each time.
  }
}

const keyOf = (name: string) => `throughline.columns.${name}`;
