import { createFileRoute } from "@tanstack/react-router";
import { DashboardPage } from "@/features/metrics/DashboardPage";

/** The first screen; `owner` is `me` or a user's id, the whole team without. */
export const Route = createFileRoute("/_app/")({
  validateSearch: (search: Record<string, unknown>): { owner?: string } =>
    typeof search.owner === "string" && search.owner !== "" ? { owner: search.owner } : {},
  component: Dashboard,
});

function Dashboard() {
  return <DashboardPage owner={Route.useSearch().owner} />;
}
