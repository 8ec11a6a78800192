// Amounts arrive as exact decimal strings; Intl formats strings without going through a float.

type NumericText = `${number}`;

// Making a formatter costs fifty times what using it does, and a table formats hundreds of cells.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

function numberFormat(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options ?? {});
  const known = numbers.get(key) ?? new Intl.NumberFormat(undefined, options);
  numbers.set(key, known);
  return known;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = dates.get(key) ?? new Intl.DateTimeFormat(undefined, options);
  dates.set(key, known);
  return known;
}

/** An amount in the reader's notation: `€1,250.00`. */
export function money(amount: string, currency: string): string {
  return numberFormat({ style: "currency", currency }).format(amount as NumericText);
}

/** An amount without its decimals, for figures where cents distract: `€12,500`. */
export function roundMoney(amount: string, currency: string): string {
  return numberFormat({
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  }).format(amount as NumericText);
}

/** An amount to two digits, for labels that stand close together: `€12K`. */
export function roughMoney(amount: string, currency: string): string {
  return numberFormat({
    style: "currency",
    currency,
    notation: "compact",
    maximumSignificantDigits: 2,
  }).format(amount as NumericText);
}

/** A ratio of the server (`"0.6324"`) as a percentage; a dash where there is none. */
export function percent(ratio: string | null): string {
  if (ratio === null) return "–";
  return numberFormat({ style: "percent", maximumFractionDigits: 1 }).format(ratio as NumericText);
}

/** A whole number in the reader's notation. */
export function count(value: number): string {
  return numberFormat().format(value);
}

/** A calendar day (`2026-11-23`), which belongs to no time zone. */
export function day(iso: string): string {
  return dateFormat({ dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** A calendar day without its year, for dense places. */
export function shortDay(iso: string): string {
  return dateFormat({
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${iso}T00:00:00Z`));
}

/** A calendar day for dense places: its year only where that is not today's. */
export function denseDay(iso: string, today: string): string {
  return iso.slice(0, 4) === today.slice(0, 4) ? shortDay(iso) : day(iso);
}

/** An instant in the reader's own time zone. */
export function instant(iso: string): string {
  return dateFormat({ dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** The calendar day of an instant in a time zone, without its year. */
export function shortDayIn(timeZone: string, iso: string): string {
  return dateFormat({ day: "numeric", month: "short", timeZone }).format(new Date(iso));
}

/** The time of an instant in the reader's own zone, for lists that are grouped by day. */
export function timeOfDay(iso: string): string {
  return dateFormat({ timeStyle: "short" }).format(new Date(iso));
}

/** A month (`2026-11`) by name: `November 2026`. */
export function month(text: string): string {
  return dateFormat({
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${text}-01T00:00:00Z`));
}

/** How long ago or ahead a day lies, seen from another: `yesterday`, `in 3 days`. */
export function daysFrom(today: string, iso: string): string {
  const days = Math.round((Date.parse(iso) - Date.parse(today)) / 86_400_000);
  return relative.format(days, "day");
}

/** A month's name alone: `November`. */
export function monthName(text: string): string {
  return monthIn(text, { month: "long" });
}

/** A month where there is little room: `Nov`. */
export function shortMonth(text: string): string {
  return monthIn(text, { month: "short" });
}

function monthIn(text: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat({ ...options, timeZone: "UTC" }).format(new Date(`${text}-01T00:00:00Z`));
}
