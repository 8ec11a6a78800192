import type { Figure } from "./queries";

export const FIGURES = ["new_leads", "won", "lost", "forecast", "slipped", "undated"] as const;
export const SORTS = ["-value", "value", "title", "-created_at", "created_at"] as const;

export type Sort = (typeof SORTS)[number];

/** What of a month is open: a figure, and the slices by which its leads are narrowed. */
export type Opened = {
  figure: Figure;
  stage?: string;
  /** Empty for leads that name no source. */
  source?: string;
  /** `me` or a user's id. */
  owner?: string;
  sort?: Sort;
};

/** Reads what a month's address says is open; what it cannot mean is left out. */
export function readOpened(search: Record<string, unknown>): Opened {
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  return {
    figure: FIGURES.find((figure) => figure === search.figure) ?? "new_leads",
    stage: text(search.stage) || undefined,
    source: text(search.source),
    owner: text(search.owner) || undefined,
    sort: SORTS.find((sort) => sort === search.sort),
  };
}
