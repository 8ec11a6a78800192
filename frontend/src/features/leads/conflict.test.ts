import { describe, expect, it } from "vitest";
import type { Lead } from "@/api/types.gen";
import { changedFields, collides } from "./conflict";

const lead = (facts: Partial<Lead> = {}) =>
  ({
    stage: "qualified",
    value: "100.00",
    owner: { id: "ada", name: "Ada" },
    follow_up: "upcoming",
    version: 3,
    ...facts,
  }) as Lead;

describe("a lead that somebody else changed meanwhile", () => {
  it("names the fields that differ, not what follows from them", () => {
    const now = lead({ value: "200.00", version: 4, follow_up: "overdue" });
    expect(changedFields(lead(), now)).toEqual(["value"]);
  });

  it("leaves out what its reader may do, which follows from the owner", () => {
    const mine = lead({ acts: ["edit", "plan"] });
    expect(changedFields(mine, lead({ acts: ["plan"] }))).toEqual([]);
  });

  it("takes an edit of another field", () => {
    const theirs = changedFields(lead(), lead({ value: "200.00" }));
    expect(collides({ stage: "won" }, theirs)).toBe(false);
  });

  it("asks where both meant the same field, under whatever name it is sent", () => {
    const theirs = changedFields(lead(), lead({ owner: { id: "bob", name: "Bob" } }));
    expect(collides({ owner_id: "cid" }, theirs)).toBe(true);
  });
});
