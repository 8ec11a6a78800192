type Choice = { value: string; label: string };

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country by its name in the reader's language, as the browser knows them. */
export function countries(): Choice[] {
  const names = new Intl.DisplayNames(undefined, { type: "region", fallback: "none" });
  return LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => names.of(code) && isCurrent(code) && !NOT_COUNTRIES.has(code))
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

// A code that was given up, such as DD, is written as the one that took its place.
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

const NOT_COUNTRIES = new Set([
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "EU",
  "EZ",
  "IC",
  "QO",
  "TA",
  "UN",
  "XA",
  "XB",
  "XK",
  "ZZ",
]);

/** The currencies in use, by code and name. */
export function currencies(): Choice[] {
  const names = new Intl.DisplayNames(undefined, { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} – ${names.of(code)}`,
  }));
}

/** A country by its name in the reader's language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames(undefined, { type: "region" }).of(code) ?? code;
}
