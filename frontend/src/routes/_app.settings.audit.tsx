import { createFileRoute } from "@tanstack/react-router";
import { AuditSection } from "@/features/settings/audit/AuditSection";
import type { AuditFilters } from "@/features/settings/audit.queries";

const FILTERS = ["actor", "action", "entity", "from", "to"] as const;

export const Route = createFileRoute("/_app/settings/audit")({
  validateSearch: (search: Record<string, unknown>): AuditFilters =>
    Object.fromEntries(
      FILTERS.flatMap((name) => (typeof search[name] === "string" ? [[name, search[name]]] : [])),
    ),
  component: AuditSection,
});
