import { expect, test } from "./product";

const REP = { name: "Lena Brandt", email: "lena@example.com" };
const OTHER = { name: "Oliver Hughes", email: "oliver@example.com" };

test("one moves a card, and the other sees it within two seconds", async ({ page, product }) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof", value: "12000" });
  const colleague = await product.signInAs(await product.hire(REP, "manager"), "/board");
  await product.signIn(page, undefined, "/board");
  const inColumn = (name: string) =>
    page.getByRole("region", { name: new RegExp(`^${name}`) }).getByText("Solar roof");
  await expect(inColumn("Prospect")).toBeVisible();
  await colleague.getByRole("button", { name: "Move Solar roof to another stage" }).click();
  await colleague.getByRole("menuitem", { name: "Qualified" }).click();
  await expect(inColumn("Qualified")).toBeVisible({ timeout: 2_000 });
  expect((await product.get(`leads/${lead.id}`)).stage).toBe("qualified");
});

test("figures update by themselves when a colleague wins a deal", async ({ page, product }) => {
  await product.setUp();
  const lead = await product.post("leads", { title: "Solar roof", value: "12000" });
  await product.signIn(page);
  const won = page.getByRole("region", { name: /how much will we close/i });
  await expect(won).not.toContainText("€12,000");
  await product.patch(`leads/${lead.id}`, { stage: "won" });
  await expect(won).toContainText("€12,000", { timeout: 2_000 });
});

test("a rep never sees a colleague's private deal anywhere", async ({ page, product }) => {
  await product.setUp();
  const [rep, other] = [await product.hire(REP, "rep"), await product.hire(OTHER, "rep")];
  const secret = await product.post("leads", {
    title: "Secret merger",
    owner_id: rep.id,
    visibility: "private",
    value: "77777",
    company: { name: "Hush Holdings" },
    contact: { name: "Silent Sam", email: "sam@hush.example" },
  });
  const quote = await product.post(`leads/${secret.id}/quotes`, {});
  await product.post("leads", { title: "Open deal", value: "100" });
  await product.signIn(page, other);
  const hidden = /Secret merger|Hush Holdings|Silent Sam|77[,.]?777/;
  for (const address of [
    "/",
    "/leads",
    "/leads?q=secret",
    "/board",
    "/quotes",
    "/finance",
    "/invoices",
    `/leads/${secret.id}`,
    `/quotes/${quote.id}`,
  ]) {
    await page.goto(address);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await expect(page.locator("body"), address).not.toContainText(hidden);
  }
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("combobox", { name: "Find or do" })).toBeFocused();
  await page.keyboard.type("hush");
  await expect(page.getByText(/Nothing begins with/)).toBeVisible();
  await expect(page.getByRole("dialog")).not.toContainText(/Hush Holdings/);
  const owner = await product.signInAs(rep, `/leads/${secret.id}`);
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Secret merger");
});
