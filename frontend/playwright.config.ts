import { defineConfig } from "@playwright/test";
import { surroundings } from "./e2e/surroundings";

export default defineConfig({
  testDir: "e2e",
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  use: {
    ...surroundings,
    reducedMotion: "reduce",
    trace: "retain-on-failure",
  },
});
