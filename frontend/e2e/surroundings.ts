import type { PlaywrightTestOptions, PlaywrightWorkerOptions } from "@playwright/test";
import { browser } from "./browser";

/** In which browser and part of the world everything is tried, measured and pictured. */
export const surroundings = {
  launchOptions: browser(),
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
} satisfies Partial<PlaywrightTestOptions & PlaywrightWorkerOptions>;
