import { expect, test } from "vitest";
import type { Lead, Stage, TimelineEntry } from "@/api/types.gen";
import { inWords } from "./EventEntry";

const lead = { currency: "EUR" } as Lead;
const stages = [
  { key: "contacted", name: "Contacted" },
  { key: "qualified", name: "Qualified" },
] as Stage[];

function told(action: string, details: TimelineEntry["details"] = {}): string {
  const entry = { at: "2026-11-23T10:00:00Z", kind: "event", action, by: "Ada", details };
  return inWords(entry as TimelineEntry, lead, stages);
}

test("a move names the stages as people know them", () => {
  expect(told("lead.stage_changed", { from: "contacted", to: "qualified" })).toBe(
    "Moved from Contacted to Qualified",
  );
});

test("a sent quote names its number and to whom it went", () => {
  expect(told("quote.sent", { number: "Q-2026-0001", to: ["a@x.example", "b@x.example"] })).toBe(
    "Quote Q-2026-0001 sent to a@x.example, b@x.example",
  );
  expect(told("quote.sent", { number: "Q-2026-0001", to: [], via: "elsewhere" })).toBe(
    "Quote Q-2026-0001 handed over",
  );
});

test("a payment names its amount and its invoice", () => {
  const words = told("payment.recorded", { amount: "119.00", currency: "EUR", number: "INV-1" });
  expect(words).toBe("€119.00 received for INV-1");
});

test("a word that is not known yet is still readable", () => {
  expect(told("lead.put_on_ice")).toBe("lead put on ice");
});
