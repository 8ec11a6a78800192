import type { Browser, Page } from "@playwright/test";
import { expect, type Product, test } from "./product";

const CUSTOMER = { name: "Renate Wiese", email: "renate@weser.example" };

/** A sent quote, and the page that its customer opens without an account. */
async function sentQuote(product: Product, browser: Browser) {
  await product.setUp();
  const lead = await product.post("leads", {
    title: "Espresso machines",
    company: { name: "Institut Weser" },
    contact: CUSTOMER,
  });
  const draft = await product.post(`leads/${lead.id}/quotes`, {
    subject: "Three machines",
    lines: [{ description: "Office 800", quantity: "3", unit_price: "2875.50", tax_rate: "19" }],
  });
  const quote = await product.post(`quotes/${draft.id}/send`, { to: [CUSTOMER.email] });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(quote.public_url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Three machines");
  return { id: quote.id as string, lead: lead.id as string, page };
}

/** Writes with a finger or a mouse on the field for it. */
async function draw(page: Page) {
  const sheet = page.getByRole("img", { name: /Draw your signature/ });
  await sheet.scrollIntoViewIfNeeded();
  const box = await sheet.boundingBox();
  if (!box) throw new Error("There is no field to draw on.");
  await page.mouse.move(box.x + 20, box.y + 60);
  await page.mouse.down();
  for (const [x, y] of [
    [60, 20],
    [90, 70],
    [130, 25],
    [170, 65],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  await page.mouse.up();
}

test("a customer draws a signature, and the seller has it", async ({ browser, product }) => {
  const { id, page } = await sentQuote(product, browser);
  await page.getByLabel("Your name").fill("Prof. Dr. Renate Wiese");
  await page.getByRole("radio", { name: "Draw it" }).check();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept and order" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await draw(page);
  await page.getByRole("button", { name: "Accept and order" }).click();
  await expect(page.getByText(/^Accepted by Prof. Dr. Renate Wiese/)).toBeVisible();
  expect((await product.get(`quotes/${id}`)).status).toBe("accepted");
  const signature = await product.file(`quotes/${id}/signature`);
  expect(signature.subarray(1, 4).toString()).toBe("PNG");
});

test("a customer declines, and the seller reads why", async ({ browser, page, product }) => {
  const { id, lead, page: customer } = await sentQuote(product, browser);
  await product.signIn(page, undefined, `/quotes/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Viewed");
  await customer.getByText("Decline this offer").first().click();
  await customer.getByLabel(/tell us why/).fill("Too noisy for the library");
  await customer.getByRole("button", { name: "Decline this offer" }).click();
  await expect(customer.getByText(/^Declined on/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Declined");
  await expect(page.getByText("Too noisy for the library").first()).toBeVisible();
  expect((await product.get(`leads/${lead}`)).outcome).toBe("open");
  await customer.reload();
  await expect(customer.getByRole("button", { name: "Accept and order" })).toHaveCount(0);
});
