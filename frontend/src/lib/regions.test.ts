import { expect, test } from "vitest";
import { countries } from "./regions";

test("every country stands once, under its present code", () => {
  const names = countries().map(({ label }) => label);
  expect(new Set(names).size).toBe(names.length);
  const codes = countries().map(({ value }) => value);
  expect(codes).toContain("DE");
  for (const gone of ["DD", "SU", "YU", "UK", "EU", "ZZ"]) expect(codes).not.toContain(gone);
  expect(codes.length).toBeGreaterThan(240);
});
