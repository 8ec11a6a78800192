import { QueryClient } from "@tanstack/react-query";
import { refusalOf } from "@/lib/problem";

const TRIES = 2;

/** One cache for the whole app; a refusal of the server is final, a lost connection is tried again. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => refusalOf(error).status === 0 && failures < TRIES,
      },
      mutations: { retry: false },
    },
  });
}
