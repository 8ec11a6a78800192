import { describe, expect, it } from "vitest";
import type { Lead, Me } from "@/api/types.gen";
import { rightsTo } from "./rights";

const lead = (facts: Partial<Lead> = {}) =>
  ({ owner: { id: "ada", name: "Ada" }, visibility: "public", ...facts }) as Lead;

const me = (id: string, rights: string[], repsEditPublic = false) =>
  ({ user: { id }, rights, workspace: { reps_edit_public: repsEditPublic } }) as unknown as Me;

const REP = ["read", "write_own_leads", "contribute"];

describe("what one may change of a lead", () => {
  it("is everything where it is one's own", () => {
    expect(rightsTo(lead(), me("ada", REP))).toEqual({ edit: true, plan: true });
  });

  it("is the follow-up alone where it is a colleague's", () => {
    expect(rightsTo(lead(), me("bob", REP))).toEqual({ edit: false, plan: true });
  });

  it("is everything of public leads where the workspace lets reps edit them", () => {
    expect(rightsTo(lead(), me("bob", REP, true)).edit).toBe(true);
    expect(rightsTo(lead({ visibility: "private" }), me("bob", REP, true)).edit).toBe(false);
  });

  it("is nothing for those who only read", () => {
    expect(rightsTo(lead(), me("vic", ["read"]))).toEqual({ edit: false, plan: false });
  });

  it("is everything for managers", () => {
    expect(rightsTo(lead(), me("mia", [...REP, "write_all_leads"])).edit).toBe(true);
  });
});
