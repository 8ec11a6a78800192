// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one cannot be a table's.
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus goes to cells, and to buttons in the head.
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import type { GridColumn, GridRecord } from "./column";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import classes from "./grid.module.css";
import { useCursor } from "./useCursor";
import { useGridEvents } from "./useGridEvents";
import { useGridKeys } from "./useGridKeys";
import type { Selection } from "./useSelection";

const ROW = 34;
const HEAD = 34;
const AHEAD = 40;
const WAITING = 4;

/** What others may ask of a grid. */
export type GridHandle = {
  focus: () => void;
  toTop: () => void;
  /** Whether the reader is at the top and edits nothing, so that rows may change under his eyes. */
  isAtRest: () => boolean;
};

type Props<Row extends GridRecord> = {
  label: string;
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  widths: CSSProperties;
  resizing: (id: string) => ((event: unknown) => void) | undefined;
  nameOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** How many there are on the server, where that is known. */
  total: number | null;
  /** Fetches what comes after the last row; absent where that was the last. */
  onMore?: () => void;
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** Absent where nothing could be done with what is selected. */
  selection: Selection | null;
  handle?: Ref<GridHandle>;
  /** Which list the rows are of; another one starts anew. */
  list: string;
  /** Where a list was scrolled to when the reader left it. */
  startAt: (list: string) => number;
  onScrolled: (list: string, offset: number) => void;
};

/** A table for any number of rows, read and changed by mouse, keys and screen reader alike. */
export function DataGrid<Row extends GridRecord>({ rows, columns, ...rest }: Props<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (rest.onMore ? WAITING : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    // The head stands over the rows, which begin below it; half of the next one shows that it goes on.
    scrollPaddingEnd: HEAD + ROW / 2,
    initialOffset: () => rest.startAt(rest.list),
  });
  const scrollTo = (index: number) => virtual.scrollToIndex(index, { align: "auto" });
  const cursor = useCursor({ rows, columns, scrollTo, firstInSight: () => firstInSight(virtual) });
  const events = useGridEvents({ rows, cursor, selection: rest.selection, onOpen: rest.onOpen });
  useGridKeys({ columns, cursor, selection: rest.selection });
  useImperativeHandle(rest.handle, () => ({
    focus: () => cursor.move(0),
    toTop: () => virtual.scrollToOffset(0),
    isAtRest: () => (virtual.scrollOffset ?? 0) < ROW && cursor.editing === null,
  }));
  useFreshStart(rest.list, () => {
    cursor.leave();
    virtual.scrollToOffset(rest.startAt(rest.list));
  });
  const items = virtual.getVirtualItems();
  const isInSight = items.some(({ index }) => rows[index]?.id === cursor.cursor?.row);
  const entry = isInSight ? -1 : firstInSight(virtual);
  const last = items.at(-1)?.index ?? 0;
  const { onMore } = rest;
  useEffect(() => {
    if (onMore && last >= rows.length - AHEAD) onMore();
  }, [onMore, last, rows.length]);
  return (
    <div
      ref={scroller}
      role="grid"
      className={classes.grid}
      style={rest.widths}
      aria-label={rest.label}
      aria-rowcount={rest.total === null ? -1 : rest.total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={rest.selection !== null}
      onScroll={(event) => rest.onScrolled(rest.list, event.currentTarget.scrollTop)}
      {...events}
    >
      <GridHead
        columns={columns}
        sort={rest.sort}
        onSort={rest.onSort}
        selection={rest.selection}
        loaded={rows.length}
        resizing={rest.resizing}
      />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return <Waiting key={`waiting ${index}`} start={start} />;
          return (
            <GridRow
              key={row.id}
              row={row}
              index={index}
              start={start}
              columns={columns}
              nameOf={rest.nameOf}
              isSelected={rest.selection ? rest.selection.selected.has(row.id) : null}
              isEntry={index === entry}
              cursor={cursor.cursor?.row === row.id ? cursor.cursor.column : null}
              editing={cursor.editing?.row === row.id ? cursor.editing.column : null}
              done={cursor.done}
            />
          );
        })}
      </div>
    </div>
  );
}

function firstInSight({ scrollOffset }: { scrollOffset: number | null }): number {
  return Math.ceil((scrollOffset ?? 0) / ROW);
}

function useFreshStart(list: string, start: () => void) {
  const before = useRef(list);
  useLayoutEffect(() => {
    if (before.current === list) return;
    before.current = list;
    start();
  });
}

function Waiting({ start }: { start: number }) {
  return (
    <div
      className={classes.waiting}
      style={{ transform: `translateY(${start}px)` }}
      aria-hidden="true"
    />
  );
}
