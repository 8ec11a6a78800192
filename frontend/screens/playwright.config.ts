import { defineConfig } from "@playwright/test";
import { surroundings } from "../e2e/surroundings";

/** Takes the pictures of docs/screens from a company of invented business. */
export default defineConfig({
  testDir: ".",
  reporter: "list",
  timeout: 300_000,
  use: {
    ...surroundings,
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 900 },
  },
});
