import { expect, test } from "vitest";
import { beginning } from "./beginning";

test("a small file is sent as it is", async () => {
  const file = new Blob(["title\nA\n"]);
  expect(await beginning(file)).toBe(file);
});

test("of a large file only whole lines are sent", async () => {
  const line = `${"x".repeat(99)}\n`;
  const part = await beginning(new Blob([line.repeat(10_000)]));
  expect(part.size % line.length).toBe(0);
  expect(part.size).toBeGreaterThan(200_000);
  expect(part.size).toBeLessThanOrEqual(256 * 1024);
});

test("a sign of two bytes is never cut in half", async () => {
  const text = Uint8Array.from([0xff, 0xfe, ...Array(200_000).fill([65, 0, 10, 0]).flat()]);
  expect((await beginning(new Blob([text]))).size % 2).toBe(0);
});
