import { expect, type Locator, type Page } from "@playwright/test";

/** How a person works the app: by mouse or finger, or by the keyboard alone. */
export interface Hand {
  /** Works a button or a link. */
  press(control: Locator): Promise<void>;
  /** Replaces what stands in a field. */
  write(field: Locator, text: string): Promise<void>;
  /** Picks one of many by typing its beginning. */
  choose(field: Locator, name: string): Promise<void>;
  /** Goes to a place of the main navigation. */
  goTo(place: string): Promise<void>;
  /** Opens a lead from the table. */
  openLead(title: string): Promise<void>;
  /** Opens the dialog for a new lead. */
  newLead(): Promise<void>;
}

/** Clicks and taps. */
export function pointing(page: Page): Hand {
  const navigation = page.getByRole("navigation", { name: "Main" });
  const more = page.getByRole("button", { name: "More", exact: true });
  // On a phone some places stand behind one button.
  const among = async (place: Locator, hidden: Locator) => {
    if (!(await place.isVisible())) await more.click();
    await hidden.click();
  };
  return {
    press: (control) => control.click(),
    write: async (field, text) => {
      await field.click();
      await field.fill(text);
    },
    choose: async (field, name) => {
      await field.click();
      await field.fill(name);
      await page.getByRole("option", { name, exact: true }).click();
    },
    goTo: async (name) => {
      const place = navigation.getByRole("link", { name, exact: true });
      await among(place, page.getByRole("link", { name, exact: true }).last());
    },
    openLead: (title) => page.getByRole("link", { name: title }).first().click(),
    newLead: async () => {
      const button = page.getByRole("button", { name: "New lead" }).first();
      await among(button, button);
    },
  };
}

const FAR = 250;

/** Reaches every control by Tab and works it by keys; nothing is clicked. */
export function keys(page: Page): Hand {
  const reach = async (control: Locator) => {
    await expect(control).toBeVisible();
    for (let step = 0; step < FAR; step += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${control}.`);
  };
  const write = async (field: Locator, text: string) => {
    await reach(field);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
  };
  return {
    write,
    press: async (control) => {
      await reach(control);
      await page.keyboard.press("Enter");
    },
    choose: async (field, name) => {
      await write(field, name);
      await expect(page.getByRole("option", { name, exact: true })).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect(field).toHaveValue(name);
    },
    goTo: async (name) => {
      await page.keyboard.press("ControlOrMeta+K");
      await expect(page.getByRole("combobox", { name: "Find or do" })).toBeFocused();
      await page.keyboard.type(`Go to ${name}`);
      await expect(page.getByRole("option", { name: `Go to ${name}` })).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toBeHidden();
    },
    openLead: async (title) => {
      const row = page.getByRole("row", { name: title });
      await expect(row).toBeVisible();
      await expect(async () => {
        await page.keyboard.press("j");
        const isThere = await row.evaluate((one) => one.contains(document.activeElement));
        expect(isThere).toBe(true);
      }).toPass();
      await page.keyboard.press("Enter");
    },
    newLead: async () => {
      await page.keyboard.press("c");
    },
  };
}
