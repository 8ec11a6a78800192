import { expect, test } from "./product";

/** The day so many days from today, in the workspace's zone. */
function dayFrom(today: string, days: number): string {
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

test("a day of follow-ups: what is overdue nags until it is dealt with", async ({
  page,
  product,
}) => {
  await product.setUp();
  const { workspace } = await product.get("me");
  const { today } = workspace;
  for (const [title, days] of [
    ["Forgotten since Friday", -3],
    ["Promised for today", 0],
    ["Next week is soon enough", 7],
  ] as const) {
    await product.post("leads", { title, next_follow_up_on: dayFrom(today, days) });
  }
  await product.signIn(page, undefined, "/leads");

  await page.getByRole("link", { name: "Overdue" }).click();
  const grid = page.getByRole("grid", { name: "Leads" });
  await expect(grid.getByRole("link")).toHaveText(["Forgotten since Friday"]);
  await grid.getByRole("link", { name: "Forgotten since Friday" }).click();

  const followUp = page.getByRole("region", { name: /follow-up/i });
  await expect(followUp).toContainText(/overdue/i);
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await page
    .getByRole("textbox", { name: "What was said on the phone?" })
    .fill("They want a quote");
  await page.keyboard.press("Enter");
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("They want a quote")).toBeVisible();

  await page.getByRole("button", { name: "In 3 working days" }).click();
  await expect(followUp).not.toContainText(/overdue/i);
  await page.goto("/leads?follow_up=overdue");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Forgotten since Friday")).toHaveCount(0);

  await page.goto("/leads?follow_up=today");
  await page.getByRole("link", { name: "Promised for today" }).click();
  await page.getByRole("button", { name: "Lost", exact: true }).click();
  const why = page.getByRole("dialog");
  await why.getByText("Price", { exact: false }).first().click();
  await why.getByRole("button", { name: "Mark as lost" }).click();
  await expect(page.getByText(/Lost on/)).toBeVisible();
  const leads = (await product.get("leads?follow_up=overdue")).items;
  expect(leads).toEqual([]);
});
