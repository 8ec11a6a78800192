import { describe, expect, it } from "vitest";
import { toggled } from "./useSelection";

const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const ids = (selected: ReadonlySet<string>) => [...selected].sort().join("");

describe("selecting rows", () => {
  it("switches one row over", () => {
    expect(ids(toggled(new Set(["b"]), rows, "a", null))).toBe("ab");
    expect(ids(toggled(new Set(["a", "b"]), rows, "a", null))).toBe("b");
  });

  it("takes every row from the last one to this one, in either direction", () => {
    expect(ids(toggled(new Set(["b"]), rows, "d", "b"))).toBe("bcd");
    expect(ids(toggled(new Set(["d"]), rows, "b", "d"))).toBe("bcd");
  });

  it("gives a range back as a whole", () => {
    expect(ids(toggled(new Set(["a", "b", "c", "d"]), rows, "c", "b"))).toBe("ad");
  });

  it("switches one row over where the row chosen last is gone", () => {
    expect(ids(toggled(new Set(), rows, "c", "z"))).toBe("c");
  });
});
