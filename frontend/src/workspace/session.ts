import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { Me, Setup } from "@/api";
import { getMe, getReadiness } from "@/api";
import {
  loginMutation,
  logoutMutation,
  setUpMutation,
  takeUpInvitationMutation,
} from "@/api/@tanstack/react-query.gen";
import { refusalOf } from "@/lib/problem";

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

/** Whether first-run setup was done. */
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

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    ...loginMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    ...logoutMutation(),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, null);
    },
  });
}

export function useTakeUpInvitation() {
  const queries = useQueryClient();
  return useMutation({
    ...takeUpInvitationMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}

export type FirstRun = Setup;

export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    ...setUpMutation(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
}
