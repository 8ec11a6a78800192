import { useSortable } from "@dnd-kit/react/sortable";
import { ActionIcon } from "@mantine/core";
import { memo } from "react";
import type { Tax } from "@/api/types.gen";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { IconGripVertical, IconTrash } from "../../icons";
import { DiscountCell, NumberCell, TaxCell, TextCell } from "./cells";
import { DescriptionCell, type FindProducts } from "./DescriptionCell";
import classes from "./LinesEditor.module.css";
import { type Change, type Column, filledBy, type Row } from "./rows";

export type Complaints = Partial<Record<Column, string>>;

type Props = {
  row: Row;
  index: number;
  currency: string;
  decimals: number;
  taxes: readonly Tax[];
  /** What the line comes to, as the server last said. */
  net: string | undefined;
  complaints: Complaints | undefined;
  find: FindProducts;
  onChange: (key: string, change: Change) => void;
  onProduct: (key: string, change: Change, goOn: boolean) => void;
  onRemove: (key: string) => void;
};

/** One line of a document, a cell beside the other; on phones a card with the same cells. */
export const LineRow = memo(function LineRow({ row, index, taxes, currency, ...rest }: Props) {
  const { ref, handleRef, isDragging } = useSortable({ id: row.key, index });
  const change = (made: Change) => rest.onChange(row.key, made);
  const cell = <C extends Column>(column: C) => ({
    column,
    label: texts.lines.of(texts.lines[column], index + 1),
    complaint: rest.complaints?.[column],
  });
  const complaints = Object.entries(rest.complaints ?? {});
  return (
    <li
      ref={ref}
      className={classes.row}
      data-line={row.key}
      data-dragging={isDragging || undefined}
      aria-label={texts.lines.line(index + 1)}
    >
      <button
        ref={handleRef}
        type="button"
        className={classes.handle}
        tabIndex={-1}
        aria-label={texts.lines.moveHandle(index + 1)}
      >
        <IconGripVertical size={14} aria-hidden />
      </button>
      <Cell name="description">
        <DescriptionCell
          {...cell("description")}
          value={row.description}
          hasProduct={row.product_id !== null}
          find={rest.find}
          onChange={(description) =>
            change(description ? { description } : { description, product_id: null })
          }
          onProduct={(product, goOn) =>
            rest.onProduct(row.key, filledBy(product, taxes, row), goOn)
          }
        />
      </Cell>
      <Cell name="quantity">
        <NumberCell
          {...cell("quantity")}
          value={row.quantity}
          onChange={(quantity) => change({ quantity })}
        />
      </Cell>
      <Cell name="unit">
        <TextCell {...cell("unit")} value={row.unit} onChange={(unit) => change({ unit })} />
      </Cell>
      <Cell name="unit_price">
        <NumberCell
          {...cell("unit_price")}
          value={row.unit_price}
          least={rest.decimals}
          onChange={(unit_price) => change({ unit_price })}
        />
      </Cell>
      <Cell name="discount">
        <DiscountCell
          {...cell("discount")}
          value={row.discount}
          currency={currency}
          onChange={(discount) => change({ discount })}
        />
      </Cell>
      <Cell name="tax">
        <TaxCell
          {...cell("tax")}
          value={row.tax}
          taxes={taxes}
          onChange={(tax) => change({ tax })}
        />
      </Cell>
      <output
        className={classes.net}
        data-label={texts.lines.net}
        aria-label={texts.lines.of(texts.lines.net, index + 1)}
      >
        {rest.net === undefined ? texts.ui.none : money(rest.net, currency)}
      </output>
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        tabIndex={-1}
        aria-label={texts.lines.remove(index + 1)}
        onClick={() => rest.onRemove(row.key)}
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
      {complaints.length > 0 ? (
        <p className={classes.complaint} role="alert">
          {complaints.map(([name, words]) => `${texts.lines[name as Column]}: ${words}`).join(" ")}
        </p>
      ) : null}
    </li>
  );
});

function Cell({ name, children }: { name: Column; children: React.ReactNode }) {
  return (
    <div className={classes.cell} data-cell={name} data-label={texts.lines[name]}>
      {children}
    </div>
  );
}
