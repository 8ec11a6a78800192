import { expect, test } from "./product";

test("a new installation asks to set up the company", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your company");
});

test("an installation that is set up asks to sign in", async ({ page, product }) => {
  await product.setUp();
  await page.goto("/leads");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await product.signIn(page);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
});
