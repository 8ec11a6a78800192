import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";

export const ROOT = join(import.meta.dirname, "../..");
// Inventing a year of business takes a while on a small machine.
const PATIENCE = 180_000;
export const PASSWORD = "correct horse battery staple";

export const ADMIN = { name: "Ada Winter", email: "ada@example.com", password: PASSWORD };

type Person = { name: string; email: string };

type Company = {
  /** The company's name. */
  name?: string;
  /** A year of invented business in it. */
  sampleData?: boolean;
};

/** A running installation of its own, on an embedded file that nobody wrote to before. */
export class Product {
  constructor(
    readonly address: string,
    /** Where it keeps its file. */
    readonly folder: string,
    private readonly request: APIRequestContext,
    private readonly browser: Browser,
  ) {}

  /** Sets the company up without the browser, for journeys that begin later. */
  async setUp({ name = "Nordlicht Solar GmbH", sampleData = false }: Company = {}) {
    await this.post("setup", {
      company_name: name,
      country: "DE",
      currency: "EUR",
      time_zone: "Europe/Berlin",
      admin: ADMIN,
      sample_data: sampleData,
    });
  }

  /** Signs a person in, in the browser's own context, and opens the dashboard. */
  async signIn(page: Page, { email }: Person = ADMIN, to = "/") {
    await page.goto(`${this.address}/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  }

  /** Gives a colleague an account. */
  async hire({ name, email }: Person, role: string): Promise<Person & { id: string }> {
    const user = await this.post("users", { name, email, role, password: PASSWORD });
    return { id: user.id, name, email };
  }

  /** A second browser, with somebody else signed in. */
  async signInAs(person: Person, to = "/"): Promise<Page> {
    const context = await this.browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
    const page = await context.newPage();
    await this.signIn(page, person, to);
    return page;
  }

  /** What the API answers to a request of the administrator. */
  async get(path: string): Promise<Json> {
    return this.answer("GET", path);
  }

  async post(path: string, data: unknown): Promise<Json> {
    return this.answer("POST", path, data);
  }

  async patch(path: string, data: unknown): Promise<Json> {
    return this.answer("PATCH", path, data);
  }

  /** A file, as it is downloaded. */
  async file(path: string): Promise<Buffer> {
    return (await this.response("GET", path)).body();
  }

  private async answer(method: string, path: string, data?: unknown): Promise<Json> {
    const response = await this.response(method, path, data);
    return response.status() === 204 ? null : response.json();
  }

  private async response(method: string, path: string, data?: unknown): Promise<APIResponse> {
    const headers = { Origin: this.address, ...(method === "PATCH" ? { "If-Match": "*" } : {}) };
    const response = await this.request.fetch(`${this.address}/api/v1/${path}`, {
      method,
      data,
      headers,
      timeout: PATIENCE,
    });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return response;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a stranger's script reads them.
type Json = any;

type Fixtures = {
  product: Product;
  /** What no page of a journey may do: throw, or load what the content policy forbids. */
  soundness: undefined;
};

export const test = base.extend<Fixtures>({
  soundness: [
    async ({ browser }, use) => {
      const faults: string[] = [];
      const watch = (context: BrowserContext) => {
        context.on("weberror", (error) => faults.push(String(error.error())));
        context.on("console", (message) => {
          if (/Content Security Policy/.test(message.text())) faults.push(message.text());
        });
      };
      for (const context of browser.contexts()) watch(context);
      browser.on("context", watch);
      await use(undefined);
      browser.off("context", watch);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  product: async ({ playwright, browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-journey-"));
    const port = await freePort();
    const server = serve(port, folder);
    const address = `http://127.0.0.1:${port}`;
    const request = await playwright.request.newContext();
    try {
      await answering(server, address);
      await use(new Product(address, folder, request, browser));
    } finally {
      await request.dispose();
      await stopped(server);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  baseURL: async ({ product }, use) => use(product.address),
});

export { expect };

function serve(port: number, folder: string): ChildProcess {
  const { DATABASE_URL: _database, THROUGHLINE_BASE_URL: _base, ...environment } = process.env;
  return spawn(join(ROOT, ".venv/bin/throughline"), ["serve"], {
    cwd: ROOT,
    env: { ...environment, PORT: String(port), THROUGHLINE_DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

async function answering(server: ChildProcess, address: string) {
  await expect
    .poll(
      async () => {
        if (server.exitCode !== null) throw new Error("The server stopped before it answered.");
        return fetch(`${address}/api/v1/health/live`).then(
          (response) => response.status,
          () => 0,
        );
      },
      { timeout: 60_000, intervals: [100] },
    )
    .toBe(200);
}

async function stopped(server: ChildProcess) {
  if (server.exitCode !== null) return;
  const gone = new Promise((exit) => server.once("exit", exit));
  server.kill("SIGTERM");
  const impatient = setTimeout(() => server.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(impatient);
}
