import { ActionIcon, Radio, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { texts } from "@/texts";
import { AmountInput } from "@/ui/AmountInput";
import { IconTrash } from "@/ui/icons";
import classes from "./Taxes.module.css";
import type { TaxValues } from "./TaxesSection";

const words = texts.taxes;
const CATEGORIES = Object.entries(words.categories).map(([value, label]) => ({ value, label }));

type Props = { form: UseFormReturnType<TaxValues>; place: number };

/** One tax of the list, edited in place. */
export function TaxLine({ form, place }: Props) {
  const tax = form.values.taxes[place];
  if (!tax) return null;
  const at = `taxes.${place}` as const;
  const isTaxed = tax.category === "standard";
  const makeDefault = () =>
    form.setFieldValue(
      "taxes",
      form.values.taxes.map((one, other) => ({ ...one, default: other === place })),
    );
  return (
    <li className={classes.line}>
      <Radio
        name="default tax"
        aria-label={words.makeDefault(tax.name)}
        checked={tax.default ?? false}
        onChange={makeDefault}
      />
      <TextInput
        className={classes.name}
        aria-label={words.nameOf(place + 1)}
        placeholder={words.name}
        {...form.getInputProps(`${at}.name`)}
      />
      <AmountInput
        className={classes.rate}
        aria-label={words.rateOf(place + 1)}
        rightSection="%"
        {...form.getInputProps(`${at}.rate`)}
        value={tax.rate}
        onChange={(rate) => form.setFieldValue(`${at}.rate`, rate)}
      />
      <Select
        className={classes.category}
        aria-label={words.categoryOf(place + 1)}
        data={CATEGORIES}
        allowDeselect={false}
        {...form.getInputProps(`${at}.category`)}
      />
      {isTaxed ? null : (
        <TextInput
          className={classes.reason}
          aria-label={words.reasonOf(place + 1)}
          placeholder={words.reason}
          {...form.getInputProps(`${at}.reason`)}
        />
      )}
      {tax.default ? null : (
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={words.remove(tax.name)}
          onClick={() => form.removeListItem("taxes", place)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
