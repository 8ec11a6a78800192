import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browser } from "./e2e/browser";

const root = join(import.meta.dirname, "..");
const FREE_PORT =
  "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{process.stdout.write(String(s.address().port));s.close()})";

// This file is read again in each worker, which must find the port and the folder of the first reading.
if (!process.env.JOURNEY_PORT) {
  process.env.JOURNEY_PORT = execFileSync(process.execPath, ["-e", FREE_PORT], {
    encoding: "utf8",
  });
  const folder = mkdtempSync(join(tmpdir(), "throughline-journeys-"));
  process.env.JOURNEY_FOLDER = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
const port = process.env.JOURNEY_PORT;
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  workers: 1,
  use: { baseURL: address, launchOptions: browser(), trace: "retain-on-failure" },
  webServer: {
    // The journeys use a new embedded file, whatever database the developer works with.
    command: "env -u DATABASE_URL -u THROUGHLINE_BASE_URL .venv/bin/throughline serve",
    cwd: root,
    env: { PORT: port, THROUGHLINE_DATA_DIR: process.env.JOURNEY_FOLDER ?? "" },
    url: `${address}/api/v1/health/live`,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
