import { describe, expect, it } from "vitest";
import type { Lead } from "@/api/types.gen";
import { backToStage, grouped, withTag } from "./bulk";

const lead = (id: string, facts: Partial<Lead> = {}) =>
  ({ id, stage: "qualified", outcome: "open", tags: [], ...facts }) as Lead;

describe("changing many leads", () => {
  it("sends leads that get the same change together", () => {
    const leads = [lead("a", { tags: ["x"] }), lead("b"), lead("c", { tags: ["x"] })];
    const groups = grouped(leads, ({ tags }) => ({ tags: withTag(tags, "hot") }));
    expect(groups).toEqual([
      { ids: ["a", "c"], change: { tags: ["x", "hot"] } },
      { ids: ["b"], change: { tags: ["hot"] } },
    ]);
  });

  it("sends no more at once than the server takes", () => {
    const leads = Array.from({ length: 2500 }, (_, at) => lead(`lead ${at}`));
    const sizes = grouped(leads, () => ({ archived: true })).map(({ ids }) => ids.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it("brings an open lead back with the days that it had", () => {
    const days = { next_follow_up_on: "2026-11-30", expected_close_on: null };
    expect(backToStage(lead("a", days))).toEqual({ stage: "qualified", ...days });
  });

  it("brings a lost lead back with the reason for which it was lost", () => {
    const before = lead("a", {
      stage: "lost",
      outcome: "lost",
      lost_reason: "price",
      lost_note: null,
    });
    expect(backToStage(before)).toEqual({ stage: "lost", lost_reason: "price", lost_note: null });
  });
});
