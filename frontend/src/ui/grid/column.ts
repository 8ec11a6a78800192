import type { ReactNode } from "react";

/** What a grid needs of a record. */
export type GridRecord = { id: string };

/** One column of a grid. Cells are plain text until one is edited, so that many rows stay quick. */
export type GridColumn<Row extends GridRecord> = {
  id: string;
  header: string;
  width: number;
  align?: "end";
  /** Shown until the reader hides it. */
  atFirst?: boolean;
  /** Always shown, first, and kept in sight while the grid scrolls sideways. */
  isName?: boolean;
  /** The server's names for this order. */
  sorts?: { up: string; down: string; first?: "down" };
  cell: (row: Row) => ReactNode;
  edit?: {
    /** Replaces the cell until it calls `done`. */
    field: (row: Row, done: () => void) => ReactNode;
    mayEdit: (row: Row) => boolean;
    /** The letter that opens it on the row with the cursor. */
    key?: string;
  };
};

/** The name of a record's cell in the document, for moving the focus. */
export const cellId = (row: string, column: string) => `cell-${row}-${column}`;
