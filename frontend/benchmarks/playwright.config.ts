import { defineConfig } from "@playwright/test";
import { browser } from "../e2e/browser";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/benchmarks",
  reporter: "list",
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: {
    launchOptions: browser(),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
  },
});
