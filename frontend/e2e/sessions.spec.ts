import { expect, PASSWORD, test } from "./product";

test("a session that ends in the middle of work costs nothing that was typed", async ({
  page,
  product,
}) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof" });
  await product.signIn(page, undefined, `/leads/${lead.id}`);
  await page.getByRole("heading", { level: 1 }).getByRole("button").click();
  await page.getByRole("textbox", { name: "Title" }).fill("Solar roof, south side");
  await page.context().clearCookies();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByRole("textbox", { name: "Password" }).fill("not my password");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("south side");
  await expect
    .poll(async () => (await product.get(`leads/${lead.id}`)).title)
    .toBe("Solar roof, south side");
});
