import type { Product, ProductDraft, Tax } from "@/api/types.gen";

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

/** What is sent of a form. */
export function draftOf({ tax, ...values }: ProductValues): ProductDraft {
  const [rate, category] = tax ? tax.split(" ") : [null, null];
  return {
    ...values,
    unit_price: values.unit_price || "0",
    tax_rate: rate ?? null,
    tax_category: (category ?? null) as ProductDraft["tax_category"],
  };
}
