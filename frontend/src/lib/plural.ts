const rules = new Intl.PluralRules("en");

/** A number with its noun: `1 lead`, `1,200 leads`. */
export function counted(count: number, one: string, many: string): string {
  return `${new Intl.NumberFormat().format(count)} ${rules.select(count) === "one" ? one : many}`;
}
