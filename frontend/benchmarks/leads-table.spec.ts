import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, type Product, ROOT, test } from "../e2e/product";
import { Interactions } from "./interactions";

const LEADS = 100_000;
const SCROLLED = 3_000;
const ROW = 34;
const SELLERS = ["Bo Stern", "Cleo Hahn", "Dario Conti", "Ewa Nowak"];

// Its daily jobs would meet the seeding.
process.env.THROUGHLINE_WORKER = "off";

test("the next paint comes soon on a table with 100,000 leads behind it", async ({
  product,
  page,
}) => {
  await seed(product);
  await product.signIn(page, undefined, "/leads");
  await expect(page.getByRole("grid", { name: "Leads" })).toBeVisible();
  await expect(page.getByText("100,000")).toBeVisible();
  const interactions = await Interactions.of(page);
  await interactions.measure(`scrolling over ${SCROLLED} rows`, () => scroll(page));
  await walk(page, interactions);
  await edit(page, interactions);
  await selectAndFilter(page, interactions);
  await sortAndSearch(page, interactions);
  process.stdout.write(`\n${interactions.report()}\n\n`);
});

async function seed(product: Product) {
  await product.setUp();
  for (const name of SELLERS) {
    const email = `${name.split(" ")[0]?.toLowerCase()}@example.com`;
    await product.hire({ name, email }, "rep");
  }
  execFileSync(join(ROOT, ".venv/bin/python"), ["-m", "tests.benchmarks.seed", String(LEADS)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: "", THROUGHLINE_DATA_DIR: product.folder },
  });
}

async function scroll(page: Page) {
  const grid = page.getByRole("grid", { name: "Leads" });
  await grid.hover();
  await expect(async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await page.mouse.wheel(0, 800);
      await page.waitForTimeout(30);
    }
    expect(await grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(SCROLLED * ROW);
  }).toPass({ timeout: 300_000, intervals: [10] });
}

async function walk(page: Page, interactions: Interactions) {
  for (const key of ["j", "k"])
    for (let step = 0; step < 20; step += 1)
      await interactions.measure(`${key}: to another row`, () => page.keyboard.press(key));
  for (let step = 0; step < 6; step += 1)
    await interactions.measure("x: select", () => page.keyboard.press("x"));
}

async function edit(page: Page, interactions: Interactions) {
  const { keyboard } = page;
  for (let turn = 0; turn < 8; turn += 1) {
    await toOpenLead(page);
    const stages = page.getByRole("listbox", { name: "Stage" });
    await interactions.measure("s: the list of stages", () => keyboard.press("s"));
    await expect(stages).toBeVisible();
    await interactions.measure("a letter in the list", () => keyboard.press("q"));
    await interactions.measure("Enter: another stage", () => keyboard.press("Enter"));
    await expect(stages).toBeHidden();

    const value = page.getByRole("textbox", { name: "Value" });
    await interactions.measure("v: the value", () => keyboard.press("v"));
    await expect(value).toBeFocused();
    await interactions.measure("a digit of the value", () => keyboard.press(String(turn + 1)));
    await interactions.measure("Enter: another value", () => keyboard.press("Enter"));
    await expect(value).toBeHidden();

    const tomorrow = page.getByRole("button", { name: /Tomorrow/ });
    await interactions.measure("f: the next follow-up", () => keyboard.press("f"));
    await expect(tomorrow).toBeVisible();
    await interactions.measure("1: tomorrow", () => keyboard.press("1"));
    await expect(tomorrow).toBeHidden();
  }
}

/** Goes to a lead that is open, and so has a next follow-up. */
async function toOpenLead(page: Page) {
  await expect(async () => {
    await page.keyboard.press("j");
    const row = page.locator("[role=row][data-cursor]");
    await expect(row).not.toContainText(/Won|Lost/, { timeout: 500 });
  }).toPass();
}

async function selectAndFilter(page: Page, interactions: Interactions) {
  const all = page.getByRole("checkbox", { name: /Select all/ });
  const filters = page.getByRole("button", { name: "Filter", exact: true });
  const stage = page.getByRole("combobox", { name: "Stage" });
  for (let turn = 0; turn < 4; turn += 1) {
    await interactions.measure("selecting all", () => all.click());
    await interactions.measure("selecting none", () => all.click());
  }
  for (let turn = 0; turn < 6; turn += 1) {
    await interactions.measure("opening the filters", () => filters.click());
    await expect(stage).toBeVisible();
    await interactions.measure("closing the filters", () => page.keyboard.press("Escape"));
    await expect(stage).toBeHidden();
  }
}

async function sortAndSearch(page: Page, interactions: Interactions) {
  const grid = page.getByRole("grid", { name: "Leads" });
  const header = (name: string) => grid.getByRole("columnheader").getByRole("button", { name });
  for (const name of ["Value", "Value", "Follow-up", "Title", "Title", "Value"]) {
    await interactions.measure("sorting", () => header(name).click());
    await settled(page);
  }
  const search = page.getByRole("searchbox", { name: "Search leads" });
  for (const words of ["compa", "perso", "lead 4"]) {
    await interactions.measure("/: to the search", () => page.keyboard.press("/"));
    await interactions.measure("a letter of a search", () =>
      page.keyboard.type(words, { delay: 150 }),
    );
    await settled(page);
    await expect(search).toHaveValue(words);
    await interactions.measure("Escape: the search cleared", () => page.keyboard.press("Escape"));
    await settled(page);
    await page.keyboard.press("Escape");
  }
}

async function settled(page: Page) {
  await expect(page.locator("[data-stale]")).toHaveCount(0);
}
