import { expect, test } from "vitest";
import type { Audit } from "@/api/types.gen";
import { changesOf, nameOf, pageOf, sentenceOf } from "./telling";

const RITA = "01a208f2-9c75-7427-a379-063232c36385";
const PEOPLE = new Map([
  [RITA, "Rita Rep"],
  ["qualified", "Qualified"],
]);

function entry(facts: Partial<Audit>): Audit {
  return {
    id: "1",
    at: "2026-11-23T11:00:00Z",
    at_local: "2026-11-23T12:00:00+01:00",
    actor: { user: { id: RITA, name: "Rita Rep" }, key: null },
    action: "lead.updated",
    entity: "lead",
    entity_id: "01a208f2-b563-73e1-b530-d2194a157460",
    lead_id: null,
    lead_title: null,
    before: {},
    after: {},
    details: {},
    ...facts,
  };
}

test("an act is told as a sentence, also one that nobody foresaw", () => {
  expect(sentenceOf({ action: "quote.sent", entity: "quote" })).toBe("Quote sent");
  expect(sentenceOf({ action: "workspace.updated", entity: "workspace" })).toBe(
    "Company settings changed",
  );
  expect(sentenceOf({ action: "gadget.turned_around", entity: "gadget" })).toBe(
    "Gadget turned around",
  );
});

test("people are named and other ids left out", () => {
  const changed = entry({
    before: { owner_id: null, stage_id: "01a208f2-9b53-76af-b111-44def3c0a076" },
    after: { owner_id: RITA, stage_id: "01a208f2-9b53-76af-b111-44dfdc6f97de" },
  });
  expect(changesOf(changed, PEOPLE)).toEqual([
    { field: "Owner", before: "empty", after: "Rita Rep" },
  ]);
});

test("a move is told by the names of its stages, removed ones by their keys", () => {
  const moved = entry({
    action: "lead.stage_changed",
    details: { from: "first_call", to: "qualified" },
  });
  expect(changesOf(moved, PEOPLE)).toEqual([
    { field: "Stage", before: "first call", after: "Qualified" },
  ]);
});

test("a field that was emptied says so", () => {
  const changed = entry({ before: { value: "900" }, after: { value: null } });
  expect(changesOf(changed, PEOPLE)).toEqual([{ field: "Value", before: "900", after: "empty" }]);
});

test("a list is told by what its parts are called", () => {
  const taxes = [
    { name: "Standard", rate: "19", category: "standard", reason: null, default: true },
    { name: "Reduced", rate: "7", category: "standard", reason: null, default: false },
  ];
  const changed = entry({ before: { tax_rates: taxes }, after: { tax_rates: taxes.slice(0, 1) } });
  expect(changesOf(changed, PEOPLE)).toEqual([
    { field: "Tax rates", before: "Standard 19, Reduced 7", after: "Standard 19" },
  ]);
});

test("a record is called by its number or its name, and leads to its page", () => {
  const sent = entry({
    action: "quote.sent",
    entity: "quote",
    lead_title: "Lathe retrofit",
    details: { number: "Q-2026-0007" },
  });
  expect(nameOf(sent)).toBe("Q-2026-0007 · Lathe retrofit");
  expect(pageOf(sent)).toBe(`/quotes/${sent.entity_id}`);
  expect(pageOf(entry({ entity: "user" }))).toBeNull();
});
