// Numbers that people type, and the exact decimals of the server; nothing goes through a float.

type NumericText = `${number}`;

const MOST_PLACES = 6;
const GROUPED = /^-?\d{1,3}([.,]\d{3})+$/;
const signs = new Intl.NumberFormat().formatToParts(12_345.6);
const signOf = (type: "group" | "decimal", usual: string) =>
  signs.find((part) => part.type === type)?.value ?? usual;

/** How the reader divides a number: thousands and decimals. */
export const MARKS = { group: signOf("group", ","), decimal: signOf("decimal", ".") };

/**
 * A typed number as an exact decimal (`1.250,5` becomes `1250.5`); null where it is none.
 *
 * Where a number bears both marks the last one is the decimal one, whoever typed it; a single mark
 * is read as the reader writes.
 */
export function exact(typed: string, marks = MARKS): string | null {
  const text = typed.replace(/[\s\u00a0\u202f'’_]/g, "").replace("−", "-");
  const mark = decimalMark(text, marks);
  const [large = ""] = text.split(mark);
  if (/[.,]/.test(large) && !GROUPED.test(large)) return null;
  const plain = text.replace(large, large.replace(/[.,]/g, "")).replace(mark, ".");
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!found || !(found[2] || found[3])) return null;
  const whole = (found[2] ?? "").replace(/^0+(?=\d)/, "") || "0";
  return `${found[1]}${whole}${found[3] ? `.${found[3]}` : ""}`;
}

/** The same for an amount that may bear its currency or a percent sign: `€ 45.00`, `45,00 EUR`. */
export function exactAmount(typed: string): string | null {
  return exact(typed.replace(/^\s*(\p{Sc}|[A-Z]{3}\b)|(\p{Sc}|%|\b[A-Z]{3})\s*$/gu, ""));
}

function decimalMark(text: string, marks: typeof MARKS): string {
  const [point, comma] = [text.lastIndexOf("."), text.lastIndexOf(",")];
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  const only = point >= 0 ? "." : ",";
  const isRepeated = text.indexOf(only) !== text.lastIndexOf(only);
  const isGrouped = only === marks.group && GROUPED.test(text);
  if (isRepeated || isGrouped) return only === "." ? "," : ".";
  return only;
}

/** An exact decimal as the reader writes it, with at least so many places: `1,250.50`. */
export function written(decimal: string, least = 0): string {
  if (!decimal) return "";
  return formatOf(least).format(decimal as NumericText);
}

const formats = new Map<number, Intl.NumberFormat>();

// Making a format costs more than a hundred uses of it, and a table of cells asks for many.
function formatOf(least: number): Intl.NumberFormat {
  const known = formats.get(least);
  if (known) return known;
  const made = new Intl.NumberFormat(undefined, {
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, MOST_PLACES),
  });
  formats.set(least, made);
  return made;
}

/** An exact decimal as it is edited: the reader's decimal mark, without groups. */
export function editable(decimal: string): string {
  return decimal.replace(".", MARKS.decimal);
}
