import type { Page } from "@playwright/test";
import { barriers, overflow } from "./axe";
import { expect, type Product, test } from "./product";

const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };

/** The screens of a deal's life, with records of the sample company for those that show one. */
async function screensOfADeal(product: Product): Promise<string[]> {
  const first = async (path: string) => (await product.get(path)).items[0].id;
  const month = (await product.get("metrics/summary")).current.month;
  return [
    "/",
    `/months/${month}`,
    "/leads",
    `/leads/${await first("leads?stage=negotiation&limit=1")}`,
    `/leads/${await first("leads?outcome=lost&limit=1")}`,
    "/board",
    "/quotes",
    `/quotes/${await first("quotes?status=draft&limit=1")}`,
    `/quotes/${await first("quotes?status=accepted&limit=1")}`,
    "/finance",
    "/invoices",
    `/invoices/${await first("invoices?status=draft&limit=1")}`,
    `/invoices/${await first("invoices?status=overdue&limit=1")}`,
    `/invoices/${await first("invoices?status=paid&limit=1")}`,
    `/credit-notes/${await first("credit-notes?limit=1")}`,
  ];
}

const SECTIONS = ["company", "users", "pipeline", "numbering", "taxes", "products"];
const RECORDS = ["api-keys", "mail", "audit", "me"];
const SETTINGS = [...SECTIONS, ...RECORDS].map((section) => `/settings/${section}`);

async function look(page: Page, name: string, found: string[]) {
  for (const barrier of await barriers(page)) found.push(`${name}: ${barrier}`);
  const wide = await overflow(page);
  if (wide > 0) found.push(`${name}: ${wide} pixels wider than the screen`);
}

async function visit(page: Page, addresses: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    for (const size of [WIDE, PHONE]) {
      await page.setViewportSize(size);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const html = page.locator("html");
        await expect(html).toHaveAttribute("data-mantine-color-scheme", colorScheme);
        await look(page, `${address} at ${size.width}, ${colorScheme}`, found);
      }
    }
  }
  return found;
}

test("everybody can use every screen of a deal, light and dark, on a desk and on a phone", async ({
  page,
  product,
}) => {
  test.setTimeout(600_000);
  await product.setUp({ sampleData: true });
  await product.signIn(page);
  expect(await visit(page, await screensOfADeal(product))).toEqual([]);
});

test("everybody can use settings and import, light and dark, on a desk and on a phone", async ({
  page,
  product,
}) => {
  test.setTimeout(600_000);
  await product.setUp({ sampleData: true });
  await product.signIn(page);
  expect(await visit(page, ["/import", "/settings", ...SETTINGS])).toEqual([]);
});

test("everybody can use the dialogs that open over every page", async ({ page, product }) => {
  await product.setUp();
  await product.signIn(page);
  const found: string[] = [];
  for (const [key, name] of [
    ["c", "New lead"],
    ["ControlOrMeta+K", "Find or do"],
    ["Shift+?", "Keyboard shortcuts"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await look(page, name, found);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  expect(found).toEqual([]);
});

test("everybody can use what stands before the sign-in", async ({ page, product }) => {
  const found: string[] = [];
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await look(page, "first run", found);
  await product.setUp();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await look(page, "sign in", found);
  expect(found).toEqual([]);
});
