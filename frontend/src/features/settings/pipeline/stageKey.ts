const LONGEST = 32;

/** A key for a new stage, made from its name: Latin letters, digits and underscores, not in use. */
export function stageKey(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, LONGEST - 3);
  const start = plain || "stage";
  let key = start;
  for (let next = 2; taken.includes(key); next += 1) key = `${start}_${next}`;
  return key;
}
