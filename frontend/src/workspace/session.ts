import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import type { Credentials, InvitationAnswer, Me, Setup } from "@/api";
import { getMe, getReadiness, login, logout, setUp, takeUpInvitation } from "@/api";
import { refusalOf } from "@/lib/problem";
import { giveUp } from "./expiry";

/** Who is signed in; null for a stranger. */
export const meQuery = queryOptions({
  queryKey: ["session", "me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await getMe({ signal })).data;
    } catch (error) {
      if (refusalOf(error).status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** Whether first-run setup was done, and what it needs. */
export const installationQuery = queryOptions({
  queryKey: ["session", "installation"],
  queryFn: async ({ signal }) => (await getReadiness({ signal })).data,
  staleTime: 60_000,
});

/** The person at the screen; only inside pages that need a sign-in. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (data === null) throw new Error("This page is for people who are signed in.");
  return data;
}

/** Whether the person at the screen may do a thing, by the server's own table of rights. */
export function useMay(right: string): boolean {
  return useMe().rights.includes(right);
}

/** Puts the person who has just signed in at the screen. */
export function welcome(queries: QueryClient, me: Me) {
  queries.setQueryData(meQuery.queryKey, me);
}

/** Signs in; whoever calls it decides what is shown then. */
export function useSignIn() {
  return useMutation({
    mutationFn: async (body: Credentials) => (await login({ body })).data,
  });
}

/** Signs out and leaves the app, so that nothing of one person is left for the next. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      await logout({});
    },
    onSuccess: leave,
  });
}

/** Goes to the sign-in page with an empty memory. */
export function leave() {
  window.location.assign("/sign-in");
  giveUp();
}

export function useTakeUpInvitation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: InvitationAnswer) => (await takeUpInvitation({ body })).data,
    onSuccess: (me) => {
      queries.clear();
      welcome(queries, me);
    },
  });
}

export type FirstRun = { setup: Setup; token: string };

/** First run; the new administrator is signed in when it is done. */
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ setup, token }: FirstRun) => {
      const headers = token ? { "X-Setup-Token": token } : {};
      return (await setUp({ body: setup, headers })).data;
    },
    onSuccess: async () => {
      queries.removeQueries({ queryKey: ["session"] });
      await queries.fetchQuery(meQuery);
    },
  });
}
