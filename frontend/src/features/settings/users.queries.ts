import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  createUser,
  getUser,
  inviteUser,
  listLeads,
  listUsers,
  type User,
  type UserChange,
  type UserDraft,
  updateUser,
} from "@/api";
import { byCursor } from "@/lib/paging";

export type UserFilters = { q?: string; active?: boolean };

/** The people of the workspace by name, former ones included. */
export const usersQuery = (filters: UserFilters) =>
  infiniteQueryOptions({
    queryKey: ["users", "list", filters],
    queryFn: async ({ pageParam, signal }) =>
      (await listUsers({ query: { ...filters, cursor: pageParam, limit: 100 }, signal })).data,
    ...byCursor,
    placeholderData: keepPreviousData,
  });

/** The administrators, to name them to those who are none. */
export const adminsQuery = queryOptions({
  queryKey: ["users", "admins"],
  queryFn: async ({ signal }) =>
    (await listUsers({ query: { role: "admin", active: true, limit: 10 }, signal })).data.items,
});

/** How many open leads a user has. */
export const openLeadsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ["leads", "count", "owner", id],
    queryFn: async ({ signal }) => {
      const query = { owner: id, outcome: "open" as const, limit: 1, count: true };
      return (await listLeads({ query, signal })).data.total ?? 0;
    },
  });

function useFollowUsers() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["users"] });
}

export function useAddUser() {
  return useMutation({
    mutationFn: async (body: UserDraft) => (await createUser({ body })).data,
    onSuccess: useFollowUsers(),
  });
}

export function useInviteUser() {
  return useMutation({
    mutationFn: async (user: User) => (await inviteUser({ path: { id: user.id } })).data,
    onSuccess: useFollowUsers(),
  });
}

/** A user as it is at the server now. */
export const readUser = async (id: string) => (await getUser({ path: { id } })).data;

export type UserEdit = { user: User; change: UserChange };

/** Changes a user; refused with 412 where another administrator did in between. */
export function useChangeUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ user, change }: UserEdit) => {
      const headers = { "If-Match": `"${user.version}"` };
      return (await updateUser({ path: { id: user.id }, body: change, headers })).data;
    },
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ["users"] });
      queries.invalidateQueries({ queryKey: ["session", "me"] });
    },
  });
}
