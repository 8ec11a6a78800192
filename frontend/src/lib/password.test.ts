import { expect, test } from "vitest";
import { newPassword } from "./password";

test("a password has twenty signs that a shell leaves alone", () => {
  expect(newPassword()).toMatch(/^[A-Za-z0-9]{20}$/);
});

test("no two passwords are the same", () => {
  const passwords = Array.from({ length: 500 }, newPassword);
  expect(new Set(passwords).size).toBe(500);
});
