import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiKey, type ApiKeyDraft, createApiKey, listApiKeys, revokeApiKey } from "@/api";
import { byCursor } from "@/lib/paging";

/** The API keys of all users, newest first: those in use, or the revoked ones. */
export const keysQuery = (revoked: boolean) =>
  infiniteQueryOptions({
    queryKey: ["settings", "keys", revoked],
    queryFn: async ({ pageParam, signal }) =>
      (await listApiKeys({ query: { revoked, cursor: pageParam, limit: 100 }, signal })).data,
    ...byCursor,
  });

function useFollowKeys() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["settings", "keys"] });
}

export function useMakeKey() {
  return useMutation({
    mutationFn: async (body: ApiKeyDraft) => (await createApiKey({ body })).data,
    onSuccess: useFollowKeys(),
    // The secret is in the answer: it is forgotten with the dialog that shows it.
    gcTime: 0,
  });
}

export function useRevokeKey() {
  return useMutation({
    mutationFn: async (key: ApiKey) => {
      await revokeApiKey({ path: { id: key.id } });
    },
    onSuccess: useFollowKeys(),
  });
}
