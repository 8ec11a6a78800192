import { Button } from "@mantine/core";
import type { Product } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { sayDone, sayRefused } from "@/ui/toasts";
import {
  readProduct,
  useArchiveProduct,
  useChangeProduct,
  useRestoreProduct,
} from "../products.queries";
import { RowEditor } from "../RowEditor";
import { useRecordForm } from "../useRecordForm";
import { ProductFields } from "./ProductFields";
import classes from "./Products.module.css";
import { changeOf, type ProductValues, valuesOf } from "./values";

const words = texts.priceList;
const LABELS: Record<keyof ProductValues, string> = {
  name: words.name,
  code: words.code,
  description: words.description,
  unit: words.unit,
  unit_price: words.unitPrice,
  tax: words.tax,
};

type Props = { product: Product; onClose: () => void };

/** A product's fields in its own place in the list; Enter saves, Escape closes. */
export function EditProduct({ product, onClose }: Props) {
  const change = useChangeProduct();
  const record = useRecordForm<ProductValues>({
    values: valuesOf(product),
    version: product.version,
    save: (changed, version) =>
      change.mutateAsync({ id: product.id, version, change: changeOf(changed) }),
    reread: async () => {
      const fresh = await readProduct(product.id);
      return { values: valuesOf(fresh), version: fresh.version };
    },
    onSaved: onClose,
  });
  return (
    <RowEditor
      className={classes.editor}
      record={record}
      labels={LABELS}
      onClose={onClose}
      acts={<Archive product={product} onDone={onClose} />}
    >
      <ProductFields form={record.form} />
    </RowEditor>
  );
}

function Archive({ product, onDone }: { product: Product; onDone: () => void }) {
  const archive = useArchiveProduct();
  const restore = useRestoreProduct();
  const act = () =>
    archive.mutate(product, {
      onSuccess: () => {
        onDone();
        sayDone(texts.priceList.archivedNow(product.name), () => restore.mutate(product));
      },
      onError: (error) => sayRefused(refusalOf(error)),
    });
  return (
    <Button variant="subtle" color="gray" loading={archive.isPending} onClick={act}>
      {texts.priceList.archive}
    </Button>
  );
}
