import { fireEvent } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { keepTyped, takeTyped } from "./typedAhead";

const type = (...keys: string[]) => keys.map((key) => fireEvent.keyDown(document.body, { key }));

it("keeps the letters that are typed before the field is there, away from the page's keys", () => {
  const page = vi.fn();
  document.addEventListener("keydown", page);
  keepTyped();
  type("c", "o", "Tab");
  expect(takeTyped()).toBe("co");
  expect(page).toHaveBeenCalledTimes(1);
  type("f");
  expect(page).toHaveBeenCalledTimes(2);
  expect(takeTyped()).toBe("");
  document.removeEventListener("keydown", page);
});

it("gives the keys back to the page when Escape is pressed", () => {
  keepTyped();
  type("c", "Escape", "o");
  expect(takeTyped()).toBe("");
});
