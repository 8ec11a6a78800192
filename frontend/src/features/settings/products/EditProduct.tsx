import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Product } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { sayDone, sayRefused } from "@/ui/toasts";
import { Meanwhile } from "../Meanwhile";
import { useArchiveProduct, useChangeProduct, useRestoreProduct } from "../products.queries";
import { UnsavedGuard } from "../UnsavedGuard";
import { ProductFields } from "./ProductFields";
import classes from "./Products.module.css";
import { draftOf, type ProductValues, valuesOf } from "./values";

type Props = { product: Product; onClose: () => void };

/** A product's fields in its own place in the list; Enter saves, Escape closes. */
export function EditProduct({ product, onClose }: Props) {
  const change = useChangeProduct();
  const form = useForm<ProductValues>({ initialValues: valuesOf(product) });
  const refusal = change.isError ? refusalOf(change.error) : null;
  const save = form.onSubmit((values) => {
    if (!form.isDirty()) return onClose();
    change.mutate(
      { product, change: draftOf(values) },
      { onSuccess: onClose, onError: (error) => form.setErrors(refusalOf(error).fields) },
    );
  });
  return (
    <form
      className={classes.editor}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={form.isDirty() && !change.isPending && !change.isSuccess} />
      <ProductFields form={form} />
      {refusal?.status === 412 ? <Meanwhile /> : refusal ? <Refused refusal={refusal} /> : null}
      <div className={classes.foot}>
        <Button type="submit" loading={change.isPending}>
          {texts.ui.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
        <Archive product={product} onDone={onClose} />
      </div>
    </form>
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
    <Button
      className={classes.last}
      variant="subtle"
      color="gray"
      loading={archive.isPending}
      onClick={act}
    >
      {texts.priceList.archive}
    </Button>
  );
}
