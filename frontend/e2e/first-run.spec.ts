import { expect, test } from "@playwright/test";

test("a new installation asks to set up the company", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up your company");
});
