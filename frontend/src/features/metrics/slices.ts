import type { FigureGroups } from "@/api/types.gen";
import { texts } from "@/texts";

export type Kind = "stage" | "source" | "owner";
export type Measure = "leads" | "value";

/** One slice of a pie: `key` is what the server narrows by. */
export type Slice = {
  key: string;
  name: string;
  color: string;
  leads: number;
  /** What counts in money: weighted in a forecast. */
  value: string;
};

// Okabe and Ito's colours, which all kinds of eyes tell apart, darker or lighter by the scheme.
const COLORS = [
  "light-dark(#0072b2, #56b4e9)",
  "light-dark(#d55e00, #f08a4b)",
  "light-dark(#009e73, #2fc79b)",
  "light-dark(#b5508b, #e28fc0)",
  "light-dark(#a88600, #e9c94a)",
  "light-dark(#4c4fb8, #9fa2f5)",
  "light-dark(#6b4a2b, #c49a6c)",
];
const REST = "light-dark(#8a92a0, #7b8494)";

/** The slices of a kind, in the order of the server. */
export function slicesOf(groups: FigureGroups, kind: Kind): Slice[] {
  if (kind === "stage") {
    return groups.by_stage.map((share) => ({
      ...measured(share),
      key: share.stage,
      name: share.name,
      color: share.color,
    }));
  }
  if (kind === "source") {
    const names = groups.by_source.map((share) => share.source ?? "");
    return groups.by_source.map((share) => ({
      ...measured(share),
      key: share.source ?? "",
      name: share.source ?? texts.metrics.tables.noSource,
      color: share.source === null ? REST : colorOf(share.source, names),
    }));
  }
  const names = groups.by_rep.map((share) => share.user.name);
  return groups.by_rep.map((share) => ({
    ...measured(share),
    key: share.user.id,
    name: share.user.name,
    color: colorOf(share.user.name, names),
  }));
}

type Share = { leads: number; value: string; weighted_value: string | null };

function measured({ leads, value, weighted_value: weighted }: Share) {
  return { leads, value: weighted ?? value };
}

/**
 * The colour of a name among others, wherever it stands among them.
 *
 * Each name has a favourite; where two have the same, the later in the alphabet takes the next free.
 */
export function colorOf(name: string, names: string[]): string {
  const taken = new Map<number, string>();
  for (const one of [...names].sort()) {
    if (one === "" || taken.size === COLORS.length) continue;
    let place = favourite(one);
    while (taken.has(place)) place = (place + 1) % COLORS.length;
    taken.set(place, one);
  }
  const place = [...taken].find(([, one]) => one === name)?.[0];
  return place === undefined ? REST : (COLORS[place] ?? REST);
}

function favourite(name: string): number {
  let sum = 0;
  for (const letter of name.toLowerCase()) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % COLORS.length;
}
