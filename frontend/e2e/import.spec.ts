import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./product";

const FILE = join(import.meta.dirname, "../../../shared/data/maven-crm/sales_pipeline.csv");

test("the Maven file goes in by clicks, and the dashboard shows the months of the API", async ({
  page,
  product,
}) => {
  expect(existsSync(FILE), `The data to import is missing: ${FILE}`).toBe(true);
  await product.setUp();
  await product.signIn(page, undefined, "/import");
  await page.getByLabel("CSV file").setInputFiles(FILE);
  await expect(page.getByRole("heading", { name: "Columns" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "What “sales_agent” becomes" })).toHaveValue(
    "Owner",
  );
  await page.getByLabel("Stage for “Engaging”").selectOption("Contacted");
  await page.getByLabel(/^Make former colleagues/).check();

  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("500 rows cannot go in")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("region", { name: "Rows that cannot go in" })).toContainText(
    "Prospecting",
  );
  await page.getByLabel("Stage for “Prospecting”").selectOption("Prospect");
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("8,800 leads will be made")).toBeVisible({ timeout: 120_000 });

  await page.getByRole("button", { name: "Import 8,800 rows" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The file is in" })).toBeVisible({
    timeout: 180_000,
  });
  await expect(page.getByText("8,800 leads made")).toBeVisible();

  const months = (await product.get("metrics/months?from=2017-03&to=2017-12")).items;
  expect(months).toHaveLength(10);
  for (const { month, won, won_value } of [months[0], months[3], months[9]]) {
    await page.goto(`/months/${month}?figure=won`);
    const main = page.getByRole("main");
    await expect(main).toContainText(new Intl.NumberFormat("en-GB").format(won));
    const value = new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" });
    const rounded = new Intl.NumberFormat("en-GB", {
      style: "currency",
      currency: "EUR",
      maximumFractionDigits: 0,
    });
    await expect(main).toContainText(
      new RegExp(`${escaped(value.format(won_value))}|${escaped(rounded.format(won_value))}`),
    );
  }
});

test("rows that cannot go in are shown where they are wrong, and can be downloaded", async ({
  page,
  product,
}) => {
  await product.setUp();
  await product.signIn(page, undefined, "/import");
  await page.getByLabel("CSV file").setInputFiles({
    name: "leads.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Title,Value\nGood one,100\nBad one,a lot\n"),
  });
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByRole("cell", { name: /a lot/ })).toContainText(/not an amount/);
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByRole("heading", { name: "The file is in" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the refused rows" }).click();
  const stream = await (await download).createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toContain("Refused because,Title,Value");
  expect(text).toContain("Bad one,a lot");
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
