import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { client } from "@/api/client.gen";
import { giveUp, goOn, isSessionOver, outliveSessions, watchSessions } from "./expiry";

const answers = vi.fn<(request: Request) => Response | Promise<Response>>();
let stopWatching = () => {};

beforeEach(() => {
  answers.mockReset();
  vi.stubGlobal("fetch", async (request: Request) => answers(request));
  outliveSessions();
  stopWatching = watchSessions();
});

afterEach(() => {
  stopWatching();
  vi.unstubAllGlobals();
});

function answered(status: number): Response {
  return new Response("{}", { status, headers: { "Content-Type": "application/json" } });
}

const write = (url = "/api/v1/leads") =>
  client.post({ baseUrl: "http://testserver", url, body: { title: "typed" }, throwOnError: false });

test("a write that meets the end of the session is carried out after signing in, word for word", async () => {
  const bodies: string[] = [];
  answers.mockImplementation(async (request) => {
    bodies.push(await request.text());
    return answered(bodies.length === 1 ? 401 : 201);
  });
  const waiting = write();
  await vi.waitFor(() => expect(isSessionOver()).toBe(true));
  goOn();
  expect((await waiting).response?.status).toBe(201);
  expect(bodies).toEqual(['{"title":"typed"}', '{"title":"typed"}']);
});

test("it fails as it was when the person leaves instead", async () => {
  answers.mockReturnValue(answered(401));
  const waiting = write();
  await vi.waitFor(() => expect(isSessionOver()).toBe(true));
  giveUp();
  expect((await waiting).response?.status).toBe(401);
  expect(answers).toHaveBeenCalledTimes(1);
});

test("a wrong password is told at once", async () => {
  answers.mockReturnValue(answered(401));
  const told = await write("/api/v1/auth/login");
  expect(told.response?.status).toBe(401);
});

test("strangers are turned away at once, since nobody waits for them", async () => {
  stopWatching();
  answers.mockReturnValue(answered(401));
  expect((await write()).response?.status).toBe(401);
  stopWatching = watchSessions();
});
