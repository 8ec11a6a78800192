import { expect, test } from "vitest";
import { contrast } from "@/lib/contrast";
import { texts } from "@/texts";

test("every colour that is offered for a stage is seen on a light and on a dark ground", () => {
  for (const color of Object.keys(texts.stages.colors)) {
    expect(contrast(color, "#ffffff"), color).toBeGreaterThan(3);
    expect(contrast(color, "#15171c"), color).toBeGreaterThan(3);
  }
});
