// Amounts arrive as exact decimal strings; Intl formats strings without going through a float.

type NumericText = `${number}`;

/** An amount in the reader's notation: `€1,250.00`. */
export function money(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(
    amount as NumericText,
  );
}

/** An amount without its decimals, for figures where cents distract: `€12,500`. */
export function roundMoney(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  }).format(amount as NumericText);
}

/** A short amount for axes and columns: `€12.5K`. */
export function shortMoney(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: "currency",
    currency,
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(amount as NumericText);
}

/** A ratio of the server (`"0.6324"`) as a percentage; a dash where there is none. */
export function percent(ratio: string | null): string {
  if (ratio === null) return "–";
  return new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 }).format(
    ratio as NumericText,
  );
}

/** A whole number in the reader's notation. */
export function count(value: number): string {
  return new Intl.NumberFormat().format(value);
}

/** A calendar day (`2026-11-23`), which belongs to no time zone. */
export function day(iso: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** A calendar day without its year, for dense places. */
export function shortDay(iso: string): string {
  return new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${iso}T00:00:00Z`));
}

/** An instant in the reader's own time zone. */
export function instant(iso: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(iso),
  );
}

/** A month (`2026-11`) by name: `November 2026`. */
export function month(text: string): string {
  return new Intl.DateTimeFormat(undefined, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${text}-01T00:00:00Z`));
}

/** How long ago or ahead a day lies, seen from another: `yesterday`, `in 3 days`. */
export function daysFrom(today: string, iso: string): string {
  const days = Math.round((Date.parse(iso) - Date.parse(today)) / 86_400_000);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(days, "day");
}
