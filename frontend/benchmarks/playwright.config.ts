import { defineConfig } from "@playwright/test";
import { surroundings } from "../e2e/surroundings";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/benchmarks",
  reporter: "list",
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  use: {
    ...surroundings,
    viewport: { width: 1440, height: 900 },
  },
});
