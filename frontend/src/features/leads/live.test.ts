import { describe, expect, it } from "vitest";
import type { Lead } from "@/api/types.gen";
import { mayFit } from "./live";

const lead = {
  stage: "qualified",
  outcome: "open",
  owner: { id: "ada", name: "Ada" },
  visibility: "public",
  follow_up: "today",
  company: null,
  contact: null,
  archived_at: null,
} as unknown as Lead;

describe("a lead that a colleague made", () => {
  it("is news to the lists that it may belong to", () => {
    expect(mayFit(lead, {})).toBe(true);
    expect(mayFit(lead, { stage: "qualified", owner: "ada", q: "beans" })).toBe(true);
  });

  it("is no news to a list that cannot hold it", () => {
    expect(mayFit(lead, { stage: "won" })).toBe(false);
    expect(mayFit(lead, { owner: "bob" })).toBe(false);
    expect(mayFit(lead, { archived: true })).toBe(false);
    expect(mayFit(lead, { follow_up: "overdue" })).toBe(false);
  });
});
