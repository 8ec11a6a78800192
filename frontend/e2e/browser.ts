import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { LaunchOptions } from "@playwright/test";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_PROGRAM = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The browser for the journeys: the one named by CHROMIUM_PATH, an installed one, or the npm package's. */
export function browser(): LaunchOptions {
  const asRoot = process.getuid?.() === 0;
  const args = asRoot ? ["--no-sandbox"] : [];
  const executablePath = process.env.CHROMIUM_PATH ?? installed();
  if (executablePath) return { executablePath, args };
  if (process.platform === "linux" && process.arch === "x64") return { ...unpacked() };
  return { args };
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  return [...places, MAC_PROGRAM].find((place) => existsSync(place));
}

function unpacked(): LaunchOptions {
  const home = join(import.meta.dirname, "../node_modules/.cache/chromium");
  mkdirSync(home, { recursive: true });
  const executablePath = execFileSync(
    process.execPath,
    [join(import.meta.dirname, "unpack-chromium.mjs")],
    { env: { ...process.env, TMPDIR: home }, encoding: "utf8" },
  );
  const env = { ...process.env, LD_LIBRARY_PATH: join(home, "al2023/lib") };
  const fonts = existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(home, "fonts") };
  return { executablePath, args: ["--no-sandbox"], env: { ...env, ...fonts } };
}
