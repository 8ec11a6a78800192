import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { App } from "../../app/App";

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function answering(status: number, body: object) {
  server.use(http.get("*/api/v1/health/ready", () => HttpResponse.json(body, { status })));
}

test("an installation without a company shows both ways to set one up", async () => {
  answering(200, { status: "ready", set_up: false });
  render(<App />);
  expect(await screen.findByText(".venv/bin/throughline setup")).toBeTruthy();
  await userEvent.click(screen.getByText("With curl"));
  const call = screen.getByRole("region", { name: "Set up with one call" }).textContent ?? "";
  expect(call).toContain(`${location.origin}/api/v1/setup`);
  const body = JSON.parse(call.slice(call.indexOf("{"), call.lastIndexOf("}") + 1));
  expect(Object.keys(body)).toEqual(["company_name", "country", "currency", "time_zone", "admin"]);
});

test("an installation with a company says how to sign in and offers no second setup", async () => {
  answering(200, { status: "ready", set_up: true });
  render(<App />);
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeTruthy();
  expect(screen.queryByText(".venv/bin/throughline setup")).toBeNull();
});

test("a database that is not current is named with the server's own words", async () => {
  answering(503, { detail: "The database is two migrations behind." });
  render(<App />);
  expect(await screen.findByText("The database is two migrations behind.")).toBeTruthy();
  expect(screen.getByText(".venv/bin/throughline migrate")).toBeTruthy();
});

test("a server that does not answer is said to be silent", async () => {
  server.use(http.get("*/api/v1/health/ready", () => HttpResponse.error()));
  render(<App />);
  expect(await screen.findByText("No answer")).toBeTruthy();
});
