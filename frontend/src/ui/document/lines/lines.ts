import { exact, exactAmount } from "@/lib/decimals";
import { blankRow, type Change, type LineTax, type Row, typedDiscount } from "./rows";

/** What happens to the lines of a document while it is written. */
export type LinesAct =
  | { type: "change"; key: string; change: Change }
  | { type: "add"; row: Row; after?: string }
  | { type: "remove"; key: string }
  | { type: "restore"; row: Row; at: number }
  | { type: "move"; key: string; by: number }
  | { type: "place"; key: string; at: number }
  | { type: "paste"; key: string; rows: Row[] };

/** The lines after an act. */
export function afterAct(rows: readonly Row[], act: LinesAct): Row[] {
  const at = "key" in act ? rows.findIndex((row) => row.key === act.key) : -1;
  switch (act.type) {
    case "change":
      return rows.map((row) => (row.key === act.key ? { ...row, ...act.change } : row));
    case "add":
      return rows.toSpliced(placeAfter(rows, act.after), 0, act.row);
    case "remove":
      return rows.filter((row) => row.key !== act.key);
    case "restore":
      return rows.toSpliced(act.at, 0, act.row);
    case "move":
      return placed(rows, at, at + act.by);
    case "place":
      return placed(rows, at, act.at);
    case "paste":
      return at < 0 ? [...rows] : pasted(rows, at, act.rows);
  }
}

function placeAfter(rows: readonly Row[], key: string | undefined): number {
  const at = rows.findIndex((row) => row.key === key);
  return at < 0 ? rows.length : at + 1;
}

function placed(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from];
  if (!row || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

// Pasting into an empty line fills it; into a written one, the new lines come after it.
function pasted(rows: readonly Row[], at: number, fresh: Row[]): Row[] {
  const present = rows[at];
  const isEmpty = present && !present.description.trim() && !present.unit_price;
  const [first, ...rest] = fresh;
  if (!isEmpty || !first) return rows.toSpliced(at + 1, 0, ...fresh);
  return rows.toSpliced(at, 1, { ...first, key: present.key, id: present.id }, ...rest);
}

/**
 * Cells copied from a spreadsheet as lines: description, quantity, unit, unit price, discount.
 *
 * Null where the text is not a table, so that it is pasted as text.
 */
export function rowsFromSheet(text: string, tax: LineTax | null): Row[] | null {
  if (!text.includes("\t")) return null;
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  return lines.map((line) => {
    const [description = "", ...cells] = line.split("\t").map((cell) => cell.trim());
    const row = { ...blankRow(tax), description };
    const hasUnit = cells.length > 2 || exactAmount(cells[1] ?? "") === null;
    const [quantity, unit, price, discount] = hasUnit ? cells : [cells[0], undefined, cells[1]];
    return {
      ...row,
      quantity: number(quantity) ?? row.quantity,
      unit: unit || row.unit,
      unit_price: number(price) ?? "",
      discount: typedDiscount(discount ?? "") ?? row.discount,
    };
  });
}

function number(cell: string | undefined): string | null {
  return exact((cell ?? "").replace(/\p{Sc}|\p{L}|%/gu, ""));
}
