import { expect, test } from "vitest";
import { stageKey } from "./stageKey";

const FORM = /^[a-z][a-z0-9_]{0,31}$/;

test("a stage's key is its name in plain letters", () => {
  expect(stageKey("Vor-Ort-Termin", [])).toBe("vor_ort_termin");
  expect(stageKey("2. Angebot prüfen", [])).toBe("angebot_pru_fen");
});

test("a key that is in use gets a number", () => {
  expect(stageKey("Won", ["won", "won_2"])).toBe("won_3");
});

test("names in any script and of any length become keys that the server takes", () => {
  for (const name of ["見積り", "Переговоры", "x".repeat(200), "123", "—"]) {
    expect(stageKey(name, ["stage"])).toMatch(FORM);
  }
});
