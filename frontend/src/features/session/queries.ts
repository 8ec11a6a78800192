import { queryOptions } from "@tanstack/react-query";
import { getInvitation } from "@/api";

/** Whom an open invitation is for; reading it does not use it up. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["session", "invitation", token],
    queryFn: async ({ signal }) => (await getInvitation({ path: { token }, signal })).data,
    retry: false,
  });
