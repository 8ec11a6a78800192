import { expect, test } from "./product";

test("an amount is read as people write it, and what is no number is not taken for zero", async ({
  page,
  product,
}) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof", value: "2500" });
  await product.signIn(page, undefined, `/leads/${lead.id}`);
  const value = async () => (await product.get(`leads/${lead.id}`)).value;
  const field = page.getByRole("textbox", { name: "Value" });
  await page.getByRole("button", { name: "Value: €2,500.00" }).click();
  await page.keyboard.type("k");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This is not a number")).toBeVisible();
  await page.getByRole("region", { name: "Timeline" }).click();
  await expect(field).toBeVisible();
  expect(await value()).toBe("2500.00");
  await field.fill("12.345,67 €");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Value: €12,345.67" })).toBeVisible();
  await expect.poll(value).toBe("12345.67");
});

test("a move can be taken back, but not over one that came after it", async ({ page, product }) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof" });
  const stage = async () => (await product.get(`leads/${lead.id}`)).stage;
  await product.signIn(page, undefined, `/leads/${lead.id}`);
  await page.getByRole("button", { name: "Move to Contacted" }).click();
  await expect.poll(stage).toBe("contacted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(stage).toBe("prospect");
  await page.getByRole("button", { name: "Move to Contacted" }).click();
  await expect.poll(stage).toBe("contacted");
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/leads/${lead.id}`));
  await product.patch(`leads/${lead.id}`, { stage: "qualified" });
  await told;
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("alert")).toContainText("was moved again since");
  expect(await stage()).toBe("qualified");
});
