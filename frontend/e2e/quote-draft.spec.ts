import { expect, test } from "./product";

test("a line without a price keeps nothing else of a quote from being saved", async ({
  page,
  product,
}) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof" });
  const quote = await product.post(`leads/${lead.id}/quotes`, {});
  await product.signIn(page, undefined, `/quotes/${quote.id}`);
  const lines = async () =>
    (await product.get(`quotes/${quote.id}`)).lines.map(
      (line: { description: string; unit_price: string }) => [line.description, line.unit_price],
    );
  await page.getByLabel("Description, line 1").fill("Panel");
  await page.getByLabel("Quantity, line 1").fill("3");
  await page.getByLabel("Unit price, line 1").fill("1234.50");
  await page.keyboard.press("Enter");
  await page.getByLabel("Description, line 2").fill("Second");
  await expect.poll(lines).toEqual([["Panel", "1234.50"]]);
  await page.getByLabel("Unit price, line 2").fill("10");
  await expect.poll(lines).toEqual([
    ["Panel", "1234.50"],
    ["Second", "10.00"],
  ]);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});
