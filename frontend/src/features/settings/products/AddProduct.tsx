import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Refused } from "@/ui/Refused";
import { useAddProduct } from "../products.queries";
import { UnsavedGuard } from "../UnsavedGuard";
import { ProductFields } from "./ProductFields";
import classes from "./Products.module.css";
import { draftOf, NEW, type ProductValues } from "./values";

/** A new product above the list. */
export function AddProduct({ onClose }: { onClose: () => void }) {
  const add = useAddProduct();
  const form = useForm<ProductValues>({ initialValues: NEW });
  const refusal = add.isError ? refusalOf(add.error) : null;
  const save = form.onSubmit((values) =>
    add.mutate(draftOf(values), {
      onSuccess: onClose,
      onError: (error) => form.setErrors(refusalOf(error).fields),
    }),
  );
  return (
    <form
      className={classes.adding}
      aria-label={texts.priceList.add}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <UnsavedGuard when={form.isDirty() && !add.isPending && !add.isSuccess} />
      <ProductFields form={form} />
      {refusal ? <Refused refusal={refusal} /> : null}
      <div className={classes.foot}>
        <Button type="submit" loading={add.isPending}>
          {texts.ui.add}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.ui.cancel}
        </Button>
      </div>
    </form>
  );
}
