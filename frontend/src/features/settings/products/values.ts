import type { Product, ProductChange, ProductDraft, Tax } from "@/api/types.gen";

/** A product as its form holds it; `tax` names one of the workspace's taxes, or is empty. */
export type ProductValues = {
  name: string;
  code: string;
  description: string;
  unit: string;
  unit_price: string;
  tax: string;
};

export const NEW: ProductValues = {
  name: "",
  code: "",
  description: "",
  unit: "pc",
  unit_price: "",
  tax: "",
};

type Taxed = { tax_rate?: string | null; tax_category?: string | null };

/** Rate and category as one choice. */
export function choiceOf(taxed: Taxed): string {
  return taxed.tax_rate ? `${taxed.tax_rate} ${taxed.tax_category ?? "standard"}` : "";
}

/** What the workspace offers, and the product's own tax where that is none of them. */
export function taxChoices(taxes: readonly Tax[], own: string, usual: string) {
  const offered = taxes.map((tax) => ({
    value: `${tax.rate} ${tax.category}`,
    label: `${tax.name}, ${tax.rate} %`,
  }));
  // Two taxes of one rate and kind differ only in their names, which a product does not keep.
  const choices = offered.filter(
    (one, place) => offered.findIndex((other) => other.value === one.value) === place,
  );
  if (own && !choices.some((one) => one.value === own))
    choices.push({ value: own, label: `${own.split(" ")[0]} %` });
  return [{ value: "", label: usual }, ...choices];
}

export function valuesOf(product: Product): ProductValues {
  return {
    name: product.name,
    code: product.code ?? "",
    description: product.description ?? "",
    unit: product.unit,
    unit_price: product.unit_price,
    tax: choiceOf(product),
  };
}

/** A new product as it is sent. */
export function draftOf({ tax, ...values }: ProductValues): ProductDraft {
  return { ...values, unit_price: values.unit_price || "0", ...taxOf(tax) };
}

/** What is sent of the fields that differ. */
export function changeOf({ tax, unit_price, ...values }: Partial<ProductValues>): ProductChange {
  return {
    ...values,
    ...(unit_price === undefined ? {} : { unit_price: unit_price || "0" }),
    ...(tax === undefined ? {} : taxOf(tax)),
  };
}

function taxOf(choice: string): Pick<ProductDraft, "tax_rate" | "tax_category"> {
  const [rate, category] = choice ? choice.split(" ") : [null, null];
  return {
    tax_rate: rate ?? null,
    tax_category: (category ?? null) as ProductDraft["tax_category"],
  };
}
