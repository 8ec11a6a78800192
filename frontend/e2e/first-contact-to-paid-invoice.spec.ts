import type { Page } from "@playwright/test";
import { type Hand, keys, pointing } from "./hand";
import { ADMIN, expect, test } from "./product";

const TITLE = "Espresso machines for three floors";

/** From the first start to a paid invoice; every step is one that a person takes. */
async function sellAndGetPaid(page: Page, hand: Hand) {
  await setUpTheCompany(page, hand);
  await sayWhoWeAre(page, hand);
  await openALead(page, hand);
  await writeAQuote(page, hand);
  const link = await sendIt(page, hand);
  await acceptAsTheCustomer(page, link);
  await invoiceIt(page, hand);
  await getPaid(page, hand);
  await seeItInTheFigures(page);
}

async function setUpTheCompany(page: Page, hand: Hand) {
  await page.goto("/");
  await hand.write(page.getByLabel("Company name"), "Nordlicht Solar GmbH");
  await hand.choose(page.getByRole("combobox", { name: "Country" }), "Germany");
  await hand.write(page.getByLabel("Your name"), ADMIN.name);
  await hand.write(page.getByLabel("Your e-mail"), ADMIN.email);
  await hand.write(page.getByRole("textbox", { name: "Password" }), ADMIN.password);
  await hand.press(page.getByRole("button", { name: "Start" }));
  await expect(page.getByRole("heading", { name: "Dashboard", level: 1 })).toBeVisible();
}

async function sayWhoWeAre(page: Page, hand: Hand) {
  await hand.goTo("Settings");
  await hand.press(page.getByRole("link", { name: /^Company/ }));
  await hand.write(page.getByLabel("Street and number"), "Torstraße 140");
  await hand.write(page.getByLabel("Postcode"), "10119");
  await hand.write(page.getByLabel("City"), "Berlin");
  await hand.write(page.getByLabel("VAT id"), "DE136695976");
  await hand.write(page.getByLabel("IBAN"), "DE89370400440532013000");
  await hand.press(page.getByRole("button", { name: "Save", exact: true }));
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

async function openALead(page: Page, hand: Hand) {
  await hand.newLead();
  const dialog = page.getByRole("dialog", { name: "New lead" });
  await hand.write(dialog.getByLabel("What is it about?"), TITLE);
  await hand.write(dialog.getByRole("combobox", { name: "Company" }), "Institut Weser");
  await hand.write(dialog.getByRole("combobox", { name: "Contact person" }), "Renate Wiese");
  await hand.write(dialog.getByLabel("E-mail"), "renate@institut-weser.example");
  await hand.write(dialog.getByLabel("Value before tax"), "9200");
  await hand.press(dialog.getByRole("button", { name: "Create lead" }));
  await expect(dialog).toBeHidden();
  await hand.goTo("Leads");
  await hand.openLead(TITLE);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(TITLE);
}

async function writeAQuote(page: Page, hand: Hand) {
  await hand.press(page.getByRole("button", { name: "New quote" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft");
  await hand.press(page.getByRole("button", { name: "Edit the recipient" }));
  await hand.write(page.getByLabel("Street"), "Universitätsallee 5");
  await hand.write(page.getByLabel("Postcode"), "28359");
  await hand.write(page.getByLabel("City"), "Bremen");
  await hand.choose(page.getByRole("combobox", { name: "Country" }), "Germany");
  await hand.press(page.getByRole("button", { name: "Done" }));
  await hand.write(page.getByLabel("Subject"), "Three machines with service");
  await hand.write(page.getByLabel("Description, line 1"), "Office 800 bean-to-cup machine");
  await hand.write(page.getByLabel("Quantity, line 1"), "3");
  await hand.write(page.getByLabel("Unit price, line 1"), "2875.50");
  await expect(page.getByText("€10,265.54")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

async function sendIt(page: Page, hand: Hand): Promise<string> {
  await hand.press(page.getByRole("button", { name: "Send…" }));
  const dialog = page.getByRole("dialog", { name: /^Send Q-/ });
  await expect(dialog.getByText(/^Q-\d{4}-0001\.pdf$/)).toBeVisible();
  await hand.press(dialog.getByRole("button", { name: "Send", exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sent");
  const link = await page.getByRole("link", { name: /\/q\// }).getAttribute("href");
  return link ?? "";
}

/** The customer, signed out, on a phone; the seller's page tells of it by itself. */
async function acceptAsTheCustomer(page: Page, link: string) {
  const browser = page.context().browser();
  if (!browser) throw new Error("The journey needs a browser of its own.");
  const stranger = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const customer = await stranger.newPage();
  await customer.goto(link);
  await expect(customer.getByRole("heading", { level: 1 })).toHaveText(
    "Three machines with service",
  );
  await expect(customer.getByText("EUR 10,265.54").first()).toBeVisible();
  await customer.getByLabel("Your name").fill("Prof. Dr. Renate Wiese");
  await customer.getByLabel("Your signature, typed").fill("R. Wiese");
  await customer.getByRole("checkbox").check();
  await customer.getByRole("button", { name: "Accept and order" }).click();
  await expect(customer.getByText(/accepted/i).first()).toBeVisible();
  await stranger.close();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Accepted");
}

async function invoiceIt(page: Page, hand: Hand) {
  await hand.goTo("Finance");
  await hand.press(page.getByRole("button", { name: /^Make invoice for Institut Weser/ }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Draft invoice");
  await expect(page.getByText("Complete. It can be issued.")).toBeVisible();
  await hand.press(page.getByRole("button", { name: "Issue", exact: true }));
  await hand.press(page.getByRole("dialog").getByRole("button", { name: /^Issue €10,265.54/ }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("INV-");
}

async function getPaid(page: Page, hand: Hand) {
  await hand.press(page.getByRole("button", { name: "Record payment" }));
  const part = page.getByRole("dialog");
  await hand.write(part.getByLabel("Amount"), "5000");
  await hand.press(part.getByRole("button", { name: /^Record/ }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Partly paid");
  await hand.press(page.getByRole("button", { name: "Mark paid" }));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Paid");
}

async function seeItInTheFigures(page: Page) {
  await page.goto("/");
  const { current } = await (await page.request.get("/api/v1/metrics/summary")).json();
  expect(current.won).toBe(1);
  expect(current.won_value).toBe("8626.50");
  await expect(page.getByText("€8,627").first()).toBeVisible();
}

test("first contact to paid invoice, by clicks alone", async ({ page }) => {
  await sellAndGetPaid(page, pointing(page));
});

test("first contact to paid invoice on a phone", async ({ browser, product }) => {
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    baseURL: product.address,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
  });
  const page = await phone.newPage();
  await sellAndGetPaid(page, pointing(page));
  await phone.close();
});

test("first contact to paid invoice by keyboard alone", async ({ page }) => {
  await sellAndGetPaid(page, keys(page));
});
