import { createFileRoute } from "@tanstack/react-router";
import { ImportPage } from "@/features/imports/ImportPage";

export const Route = createFileRoute("/_app/import")({
  validateSearch: (search: Record<string, unknown>): { report?: string } =>
    typeof search.report === "string" ? { report: search.report } : {},
  component: ImportPage,
});
