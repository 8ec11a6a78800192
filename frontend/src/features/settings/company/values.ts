import type { Workspace } from "@/api/types.gen";
import { texts } from "@/texts";

const words = texts.company;

const TEXTS = [
  "name",
  "legal_name",
  "email",
  "phone",
  "website",
  "vat_id",
  "tax_number",
  "registration",
  "iban",
  "bic",
  "quote_terms",
  "invoice_footer",
  "currency",
  "time_zone",
] as const;

const REST = [
  "quote_valid_days",
  "payment_days",
  "managers_see_private",
  "reps_edit_public",
] as const;

type Place = Record<keyof Workspace["address"], string>;

/** The company as its form holds it: nothing is an empty text. */
export type CompanyValues = Record<(typeof TEXTS)[number], string> &
  Pick<Workspace, (typeof REST)[number]> & { address: Place };

export function valuesOf(workspace: Workspace): CompanyValues {
  const written = Object.fromEntries(TEXTS.map((name) => [name, workspace[name] ?? ""]));
  const rest = Object.fromEntries(REST.map((name) => [name, workspace[name]]));
  const address = Object.fromEntries(
    Object.entries(workspace.address).map(([name, value]) => [name, value ?? ""]),
  );
  return { ...written, ...rest, address } as CompanyValues;
}

/** The fields' names, to say which of them somebody else changed. */
export const LABELS: Record<keyof CompanyValues, string> = {
  name: words.name,
  legal_name: words.legalName,
  address: words.address,
  email: words.email,
  phone: words.phone,
  website: words.website,
  vat_id: words.vatId,
  tax_number: words.taxNumber,
  registration: words.registration,
  iban: words.iban,
  bic: words.bic,
  quote_terms: words.quoteTerms,
  invoice_footer: words.invoiceFooter,
  currency: words.currency,
  time_zone: words.timeZone,
  quote_valid_days: words.quoteValidDays,
  payment_days: words.paymentDays,
  managers_see_private: words.managersSeePrivate,
  reps_edit_public: words.repsEditPublic,
};
