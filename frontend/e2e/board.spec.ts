import type { Page } from "@playwright/test";
import { expect, type Product, test } from "./product";

const column = (page: Page, stage: string) =>
  page.getByRole("region", { name: new RegExp(`^${stage},`) });
const inColumn = (page: Page, stage: string) => column(page, stage).getByText("Solar roof");

async function openBoard(page: Page, product: Product): Promise<string> {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof", value: "12000" });
  await product.signIn(page, undefined, "/board");
  await expect(inColumn(page, "Prospect")).toBeVisible();
  return lead.id;
}

/** Drags the card by mouse, as a hand does: down, away, over the column, up. */
async function drag(page: Page, to: string) {
  const from = await inColumn(page, "Prospect").boundingBox();
  const over = await column(page, to).boundingBox();
  if (!from || !over) throw new Error("The card or the column is not on the screen.");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 20, { steps: 4 });
  await page.mouse.move(over.x + over.width / 2, over.y + 160, { steps: 12 });
  await expect(column(page, to)).toHaveAttribute("data-target", "true");
  await page.mouse.up();
}

test("a card that is dragged into another column is in that stage", async ({ page, product }) => {
  const id = await openBoard(page, product);
  await drag(page, "Qualified");
  await expect(inColumn(page, "Qualified")).toBeVisible();
  await expect(inColumn(page, "Prospect")).toHaveCount(0);
  await expect.poll(async () => (await product.get(`leads/${id}`)).stage).toBe("qualified");
});

test("a move that the server does not take goes back, and says why", async ({ page, product }) => {
  const id = await openBoard(page, product);
  await page.context().setOffline(true);
  await drag(page, "Qualified");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(inColumn(page, "Prospect")).toBeVisible();
  await page.context().setOffline(false);
  expect((await product.get(`leads/${id}`)).stage).toBe("prospect");
});

test("a card is carried by keys: Space, an arrow, Space", async ({ page, product }) => {
  const id = await openBoard(page, product);
  await page.getByRole("link", { name: /Solar roof/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(inColumn(page, "Prospect")).toBeVisible();
  await page.getByRole("link", { name: /Solar roof/ }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(inColumn(page, "Contacted")).toBeVisible();
  await expect.poll(async () => (await product.get(`leads/${id}`)).stage).toBe("contacted");
  await expect(page.getByRole("link", { name: /Solar roof/ })).toBeFocused();
});
