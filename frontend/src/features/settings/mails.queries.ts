import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { type Delivery, getMail, getMailDelivery, listMails, retryMail } from "@/api";
import { byCursor } from "@/lib/paging";

/** How mails leave this installation; for administrators. */
export const deliveryQuery = queryOptions({
  queryKey: ["settings", "delivery"],
  queryFn: async ({ signal }) => (await getMailDelivery({ signal })).data,
});

/** The log of mails, newest first. */
export const mailsQuery = (status: Delivery | undefined) =>
  infiniteQueryOptions({
    queryKey: ["mails", "list", status ?? "any"],
    queryFn: async ({ pageParam, signal }) =>
      (await listMails({ query: { status, cursor: pageParam, limit: 50 }, signal })).data,
    ...byCursor,
    placeholderData: keepPreviousData,
  });

/** One mail with its text. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ["mails", "one", id],
    queryFn: async ({ signal }) => (await getMail({ path: { id }, signal })).data,
  });

/** Puts a failed mail back into the queue. */
export function useRetryMail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => (await retryMail({ path: { id } })).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["mails"] }),
  });
}
