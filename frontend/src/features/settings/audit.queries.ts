import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { listAudit } from "@/api";
import { byCursor } from "@/lib/paging";

/** What of the log is wanted; days are inclusive. */
export type AuditFilters = {
  actor?: string;
  action?: string;
  entity?: string;
  from?: string;
  to?: string;
};

/** The audit log, newest first, as one scrolls. */
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ["settings", "audit", filters],
    queryFn: async ({ pageParam, signal }) =>
      (await listAudit({ query: { ...filters, cursor: pageParam, limit: 50 }, signal })).data,
    ...byCursor,
    placeholderData: keepPreviousData,
  });
