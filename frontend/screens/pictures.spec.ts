import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/product";

const FOLDER = join(import.meta.dirname, "../../docs/screens");

async function take(page: Page, name: string, address?: string) {
  if (address) await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

test("pictures of the screens", async ({ page, product, browser }) => {
  await product.setUp({ name: "Röstwerk", sampleData: true });
  await product.signIn(page);
  const first = async (path: string) => (await product.get(path)).items[0];
  await take(page, "dashboard", "/");
  await take(page, "leads", "/leads");
  await take(page, "board", "/board");
  const lead = await first("leads?stage=negotiation&limit=1");
  await take(page, "lead", `/leads/${lead.id}`);
  const draft = await first("quotes?status=draft&limit=1");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "quote", `/quotes/${draft.id}`);
  const sent = await product.get(`quotes/${(await first("quotes?status=sent&limit=1")).id}`);
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    locale: "en-GB",
  });
  await take(await phone.newPage(), "customer", sent.public_url);
  await phone.close();
});
