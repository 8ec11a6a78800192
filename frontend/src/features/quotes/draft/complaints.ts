import type { Complaints } from "@/ui/document/lines/LineRow";
import type { Column } from "@/ui/document/lines/rows";

const COLUMN_OF: Record<string, Column> = {
  description: "description",
  product_id: "description",
  quantity: "quantity",
  unit: "unit",
  unit_price: "unit_price",
  discount_percent: "discount",
  discount_amount: "discount",
  tax_rate: "tax",
  tax_category: "tax",
  tax_reason: "tax",
};

/** What the server says of single cells, by the key of their line; `keys` are the lines it was sent. */
export function complaintsOf(
  fields: Record<string, string>,
  keys: readonly string[],
): Map<string, Complaints> {
  const found = new Map<string, Complaints>();
  for (const [path, words] of Object.entries(fields)) {
    const [, at, field = ""] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const key = at === undefined ? undefined : keys[Number(at)];
    const column = COLUMN_OF[field];
    if (key && column) found.set(key, { ...found.get(key), [column]: words });
  }
  return found;
}
