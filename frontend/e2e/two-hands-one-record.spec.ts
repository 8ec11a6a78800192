import type { Page } from "@playwright/test";
import { expect, type Product, test } from "./product";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const field = (page: Page) => page.getByRole("textbox", { name: "Title" });

async function openTitle(page: Page, product: Product): Promise<string> {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof", value: "12000" });
  await product.signIn(page, undefined, `/leads/${lead.id}`);
  await title(page).getByRole("button").click();
  await expect(field(page)).toBeFocused();
  return lead.id;
}

/** A colleague's edit, as the screen behind an open field learns of it. */
async function colleagueRenames(page: Page, product: Product, id: string) {
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/api/v1/leads/${id}`));
  await product.patch(`leads/${id}`, { title: "Solar roof and battery" });
  await told;
}

test("a field that was only opened leaves a colleague's edit alone", async ({ page, product }) => {
  const id = await openTitle(page, product);
  await colleagueRenames(page, product, id);
  await page.keyboard.press("Enter");
  await expect(title(page)).toContainText("Solar roof and battery");
  expect((await product.get(`leads/${id}`)).title).toBe("Solar roof and battery");
});

test("two edits of one field: theirs stands, and one's own is a press away", async ({
  page,
  product,
}) => {
  const id = await openTitle(page, product);
  await colleagueRenames(page, product, id);
  await page.keyboard.type("Solar roof, south side");
  await page.keyboard.press("Enter");
  const told = page.getByRole("alert").filter({ hasText: "Somebody else changed this lead" });
  await expect(told).toContainText("Title");
  await expect(title(page)).toContainText("Solar roof and battery");
  await told.getByRole("button", { name: "Save mine instead" }).click();
  await expect(title(page)).toContainText("Solar roof, south side");
  await expect
    .poll(async () => (await product.get(`leads/${id}`)).title)
    .toBe("Solar roof, south side");
});

test("two edits of one company: what was typed stays, and what they changed is told", async ({
  page,
  product,
}) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Roof", company: { name: "Institut Weser" } });
  const company = lead.company.id;
  await product.signIn(page, undefined, `/leads/${lead.id}`);
  await page.getByRole("button", { name: "Edit Institut Weser" }).click();
  const dialog = page.getByRole("dialog", { name: "Company" });
  await dialog.getByLabel("Legal name").fill("Institut Weser e. V.");
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/companies/${company}`));
  await product.patch(`companies/${company}`, {
    name: "Weser Institut",
    legal_name: "Weser gGmbH",
  });
  await told;
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Weser gGmbH");
  await expect(dialog.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(
    "Weser Institut",
  );
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const { name, legal_name } = await product.get(`companies/${company}`);
  expect([name, legal_name]).toEqual(["Weser Institut", "Institut Weser e. V."]);
});

test("two edits of one product: only what was typed is sent", async ({ page, product }) => {
  await product.setUp();
  const made = await product.post("products", { name: "Panel", unit: "pc", unit_price: "120" });
  await product.signIn(page, undefined, "/settings/products");
  await page.getByRole("button", { name: /Panel/ }).first().click();
  const price = page.getByLabel("Price before tax");
  await price.fill("135");
  const told = page.waitForResponse((answer) => /\/products\?/.test(answer.url()));
  await product.patch(`products/${made.id}`, { name: "Panel 440 W", unit_price: "99" });
  await told;
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(/Name.*Price before tax/);
  await expect(price).toHaveValue(/135/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(price).toBeHidden();
  const now = await product.get(`products/${made.id}`);
  expect([now.name, Number(now.unit_price)]).toEqual(["Panel 440 W", 135]);
});
