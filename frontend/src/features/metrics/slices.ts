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

/** The names that have colours of their own, the same on every pie: the first come first. */
export type Ranks = { sources: string[]; people: string[] };

/** The slices of a kind, in the order of the server. */
export function slicesOf(groups: FigureGroups, kind: Kind, ranks: Ranks): Slice[] {
  if (kind === "stage") {
    return groups.by_stage.map((share) => ({
      ...measured(share),
      key: share.stage,
      name: share.name,
      color: share.color,
    }));
  }
  if (kind === "source") {
    return groups.by_source.map((share) => ({
      ...measured(share),
      key: share.source ?? "",
      name: share.source ?? texts.metrics.tables.noSource,
      color: colorOf(share.source ?? "", ranks.sources),
    }));
  }
  return groups.by_rep.map((share) => ({
    ...measured(share),
    key: share.user.id,
    name: share.user.name,
    color: colorOf(share.user.id, ranks.people),
  }));
}

type Share = { leads: number; value: string; weighted_value: string | null };

function measured({ leads, value, weighted_value: weighted }: Share) {
  return { leads, value: weighted ?? value };
}

/** The colour of a name by its rank; grey where it ranks below the colours or nowhere. */
export function colorOf(name: string, ranked: string[]): string {
  const wanted = name.toLocaleLowerCase();
  const rank = ranked.findIndex((one) => one.toLocaleLowerCase() === wanted);
  return COLORS[rank] ?? REST;
}
