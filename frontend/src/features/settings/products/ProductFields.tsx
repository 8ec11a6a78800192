import { Select, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { useMe } from "@/workspace/session";
import { workspaceQuery } from "../queries";
import classes from "./Products.module.css";
import { type ProductValues, taxChoices } from "./values";

const words = texts.priceList;

/** What is said of a product, when it is added and when it is changed. */
export function ProductFields({ form }: { form: UseFormReturnType<ProductValues> }) {
  const { workspace } = useMe();
  const { data } = useSuspenseQuery(workspaceQuery);
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.six}
        label={words.name}
        required
        data-autofocus
        {...form.getInputProps("name")}
      />
      <TextInput className={classes.two} label={words.code} {...form.getInputProps("code")} />
      <AmountInput
        className={classes.two}
        label={words.unitPrice}
        rightSection={<span className={classes.soft}>{workspace.currency}</span>}
        rightSectionWidth={48}
        {...form.getInputProps("unit_price")}
        value={form.values.unit_price}
        onChange={(price) => form.setFieldValue("unit_price", price)}
      />
      <TextInput
        className={classes.two}
        label={words.unit}
        placeholder={words.unitHint}
        required
        {...form.getInputProps("unit")}
      />
      <Select
        className={classes.four}
        label={words.tax}
        data={taxChoices(data.taxes, form.values.tax, words.usualTax)}
        allowDeselect={false}
        {...form.getInputProps("tax")}
        error={form.errors.tax_rate ?? form.errors.tax_category}
      />
      <Textarea
        className={classes.all}
        label={words.description}
        autosize
        minRows={1}
        maxRows={6}
        {...form.getInputProps("description")}
      />
    </div>
  );
}
