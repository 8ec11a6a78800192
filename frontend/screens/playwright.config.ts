import { defineConfig } from "@playwright/test";
import { browser } from "../e2e/browser";

/** Takes the pictures of docs/screens from a company of invented business. */
export default defineConfig({
  testDir: ".",
  reporter: "list",
  timeout: 300_000,
  use: {
    launchOptions: browser(),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 900 },
  },
});
