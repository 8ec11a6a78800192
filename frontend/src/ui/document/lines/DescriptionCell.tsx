import { VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Product } from "@/api/types.gen";
import { written } from "@/lib/decimals";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import classes from "./LinesEditor.module.css";
import type { CellProps } from "./TypedCell";

export type FindProducts = (text: string) => Promise<readonly Product[]>;

type Props = CellProps & {
  value: string;
  hasProduct: boolean;
  find: FindProducts;
  onChange: (text: string) => void;
  /** `andGoOn` where the writer chose it and is still in this cell. */
  onProduct: (product: Product, andGoOn: boolean) => void;
};

const LONGEST_CODE = 40;

/** The words of a line; while they are typed, the products of the price list that begin so. */
export function DescriptionCell({ column, label, complaint, value, find, ...rest }: Props) {
  const list = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const found = useFound(find);
  const choose = (product: Product) => {
    found.forget();
    rest.onProduct(product, true);
  };
  const leave = async () => {
    found.forget();
    const code = value.trim();
    if (rest.hasProduct || !code || code.length > LONGEST_CODE || code.includes("\n")) return;
    const product = (await find(code).catch(() => [])).find((one) => isOf(one, code));
    if (product) rest.onProduct(product, false);
  };
  const type = (text: string) => {
    rest.onChange(text);
    if (!rest.hasProduct || !text.trim()) found.seek(text);
  };
  const isOpen = found.products.length > 0;
  return (
    <div className={classes.words} data-text={`${value} `}>
      <textarea
        ref={area}
        data-col={column}
        rows={1}
        dir="auto"
        aria-label={label}
        aria-invalid={complaint ? true : undefined}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={found.active < 0 ? undefined : `${list}-${found.active}`}
        title={complaint}
        placeholder={texts.lines.descriptionHint}
        value={value}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => isOpen && onListKey(event, found, choose)}
      />
      {isOpen ? <Found id={list} found={found} choose={choose} /> : null}
    </div>
  );
}

const isOf = (product: Product, code: string) => product.code?.toLowerCase() === code.toLowerCase();

type FoundProps = { id: string; found: Finding; choose: (product: Product) => void };

function Found({ id, found, choose }: FoundProps) {
  return (
    <>
      <div id={id} role="listbox" aria-label={texts.lines.products} className={classes.found}>
        {found.products.map((product, at) => (
          <div
            key={product.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === found.active}
            className={classes.product}
            // The cell keeps the focus, so that writing goes on after the choice.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(product)}
            onKeyDown={undefined}
          >
            <span className={classes.productName}>{product.name}</span>
            <span className={classes.productFacts}>
              {product.code ? <span>{product.code}</span> : null}
              <span>
                {money(product.unit_price, product.currency)} / {product.unit}
                {product.tax_rate ? ` · ${written(product.tax_rate)} %` : ""}
              </span>
            </span>
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">{texts.lines.found(found.products.length)}</VisuallyHidden>
    </>
  );
}

type Finding = ReturnType<typeof useFound>;

/** The products that match what is typed, the last question's answer only. */
function useFound(find: FindProducts) {
  const [sought, seek] = useState("");
  const [products, show] = useState<readonly Product[]>([]);
  const [active, mark] = useState(-1);
  useEffect(() => {
    const text = sought.split("\n")[0]?.trim() ?? "";
    let isAsked = true;
    const take = (answer: readonly Product[]) => {
      if (!isAsked) return;
      show(answer);
      mark(answer.findIndex((product) => isOf(product, text)));
    };
    const timer = setTimeout(() => (text ? find(text).then(take, () => take([])) : take([])), 120);
    return () => {
      isAsked = false;
      clearTimeout(timer);
    };
  }, [sought, find]);
  const forget = () => {
    seek("");
    show([]);
    mark(-1);
  };
  return { products, active, mark, seek, forget };
}

function onListKey(event: KeyboardEvent, found: Finding, choose: (product: Product) => void) {
  const { products, active, mark } = found;
  const chosen = products[active];
  if (event.key === "ArrowDown" && !event.altKey) mark(Math.min(active + 1, products.length - 1));
  else if (event.key === "ArrowUp" && !event.altKey && active >= 0) mark(active - 1);
  else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
  else if (event.key === "Escape") found.forget();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
