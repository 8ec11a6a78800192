import { expect, test } from "vitest";
import { readOpened } from "./opening";

test("an empty source is the leads that name none, not all of them", () => {
  expect(readOpened({ figure: "won", source: "" })).toMatchObject({ figure: "won", source: "" });
  expect(readOpened({ figure: "won" }).source).toBeUndefined();
});

test("an address by hand opens what can be opened", () => {
  const opened = readOpened({ figure: "profit", sort: "owner", stage: "", source: 2026 });
  expect(opened).toEqual({
    figure: "new_leads",
    stage: undefined,
    source: "2026",
    owner: undefined,
    sort: undefined,
  });
});
