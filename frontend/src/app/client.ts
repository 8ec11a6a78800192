import { QueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/lib/problem";

const TRIES = 2;

/**
 * One cache for the whole app; a refusal of the server is final, a lost connection is tried again.
 *
 * Requests go out whatever the browser thinks of its network: the server may be this very machine,
 * and an edit that cannot go out is told and taken back instead of waiting unseen.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (failures, error) => refusalOf(error).status === 0 && failures < TRIES,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
