import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { useSetTarget } from "./queries";

const api = vi.hoisted(() => ({ getTargets: vi.fn(), setTargets: vi.fn() }));
vi.mock("@/api", () => api);

const named = (id: string) => ({ id, name: id });
const Around = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

async function sent(edit: { userId?: string; amount: string | null }) {
  const users = [
    { user: named("lena"), target: "100.00" },
    { user: named("marie"), target: "200.00" },
  ];
  api.getTargets.mockResolvedValue({ data: { target: "500.00", users } });
  api.setTargets.mockReset().mockResolvedValue({ data: {} });
  const { result } = renderHook(useSetTarget, { wrapper: Around });
  result.current.mutate({ month: "2026-11", ...edit });
  await waitFor(() => expect(api.setTargets).toHaveBeenCalled());
  return api.setTargets.mock.calls[0]?.[0].body;
}

test("setting one rep's target leaves the others and the team's as they are", async () => {
  expect(await sent({ userId: "lena", amount: "150.00" })).toEqual({
    target: "500.00",
    users: [
      { user_id: "marie", target: "200.00" },
      { user_id: "lena", target: "150.00" },
    ],
  });
});

test("an emptied target is none", async () => {
  expect((await sent({ userId: "lena", amount: null })).users).toEqual([
    { user_id: "marie", target: "200.00" },
  ]);
  expect(await sent({ amount: null })).toMatchObject({ target: null, users: { length: 2 } });
});
