import { Button, UnstyledButton } from "@mantine/core";
import type { Product } from "@/api/types.gen";
import { money } from "@/lib/format";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { sayDone, sayRefused } from "@/ui/toasts";
import { useMay } from "@/workspace/session";
import { useRestoreProduct } from "../products.queries";
import { EditProduct } from "./EditProduct";
import classes from "./Products.module.css";

const words = texts.priceList;

type Props = { product: Product; isOpen: boolean; onOpen: (wants: boolean) => void };

/** One product: what it costs at a glance, and its fields when it is opened. */
export function ProductRow({ product, isOpen, onOpen }: Props) {
  const mayWrite = useMay("write_products");
  if (product.archived_at)
    return (
      <li className={classes.row}>
        <div className={classes.line}>
          <Summary product={product} />
          {mayWrite ? <Restore product={product} /> : null}
        </div>
      </li>
    );
  return (
    <li className={classes.row}>
      {mayWrite ? (
        <UnstyledButton
          className={classes.line}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <Summary product={product} />
        </UnstyledButton>
      ) : (
        <div className={classes.line}>
          <Summary product={product} />
        </div>
      )}
      {isOpen ? <EditProduct product={product} onClose={() => onOpen(false)} /> : null}
    </li>
  );
}

function Summary({ product }: { product: Product }) {
  return (
    <>
      <span className={classes.code}>{product.code}</span>
      <span className={classes.what}>
        <span className={classes.name}>{product.name}</span>
        {product.description ? <span className={classes.soft}>{product.description}</span> : null}
      </span>
      <span className={classes.soft}>
        {product.tax_rate === null ? null : words.ownTax(product.tax_rate)}
      </span>
      <span className={classes.price}>
        {money(product.unit_price, product.currency)}
        <span className={classes.soft}>{words.per(product.unit)}</span>
      </span>
    </>
  );
}

function Restore({ product }: { product: Product }) {
  const restore = useRestoreProduct();
  const act = () =>
    restore.mutate(product, {
      onSuccess: () => sayDone(words.restored(product.name)),
      onError: (error) => sayRefused(refusalOf(error)),
    });
  return (
    <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={act}>
      {words.restore}
    </Button>
  );
}
