import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import { NewLead } from "@/features/leads/NewLead";
import { DashboardPage } from "@/features/metrics/DashboardPage";

/** The first screen; `owner` is `me` or a user's id, the whole team without. */
export const Route = createFileRoute("/_app/")({
  validateSearch: (search: Record<string, unknown>): { owner?: string } =>
    typeof search.owner === "string" && search.owner !== "" ? { owner: search.owner } : {},
  component: Dashboard,
});

function Dashboard() {
  const [isAdding, add] = useState(false);
  return (
    <>
      <DashboardPage owner={Route.useSearch().owner} addLead={() => add(true)} />
      <NewLead opened={isAdding} onClose={() => add(false)} />
    </>
  );
}
