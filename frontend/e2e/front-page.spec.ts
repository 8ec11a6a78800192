import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";

// Evaluated, not added as a script: the page's content security policy holds in tests too.
const AXE = readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await axe.run()).violations.map(({ id }) => id);
  });
}

test("a new installation says what to do first", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "From first contact to paid invoice.",
  );
  await expect(page.getByRole("status")).toContainText("No company has been set up yet");
  await expect(page.getByText(".venv/bin/throughline setup")).toBeVisible();
});

test("the API documentation is one click away", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "API documentation", exact: true }).click();
  await expect(page).toHaveURL(/\/api\/docs/);
  await expect(page).toHaveTitle(/Throughline/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`everybody can use the page in ${colorScheme}, on a desk and on a phone`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.body.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test("the command that the page shows sets the company up, and the page notices", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByText("With curl").click();
  const command = await page.getByRole("region", { name: "Set up with one call" }).innerText();
  execFileSync("bash", ["-c", command.replace("curl ", "curl --fail-with-body -sS ")]);
  await expect(page.getByRole("status")).toContainText("a company is set up");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
