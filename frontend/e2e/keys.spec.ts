import { expect, test } from "./product";

test("the row that the keys go to is in sight, down the table and up again", async ({
  page,
  product,
}) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await product.setUp();
  for (let at = 1; at <= 30; at += 1) await product.post("leads", { title: `Deal ${at}` });
  await product.signIn(page, undefined, "/leads");
  const grid = page.getByRole("grid", { name: "Leads" });
  await expect(grid.getByRole("link", { name: "Deal 30" })).toBeVisible();
  const row = grid.getByRole("row").filter({ has: page.locator(":focus") });
  const [above, below] = await grid.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const head = element.querySelector("[role=row]")?.getBoundingClientRect();
    return [head?.bottom ?? 0, top + element.clientHeight];
  });
  for (const key of [..."j".repeat(29), ..."k".repeat(28)]) {
    const before = await page.evaluate(() => document.activeElement?.id);
    await page.keyboard.press(key);
    await page.waitForFunction((id) => document.activeElement?.id !== id, before);
    const box = await row.boundingBox();
    expect(Math.round(box?.y ?? 0)).toBeGreaterThanOrEqual(Math.floor(above));
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBeLessThanOrEqual(Math.ceil(below));
  }
});
