import { createFileRoute } from "@tanstack/react-router";
import { leadsSearch } from "@/features/leads/filters/search";
import { LeadsPage } from "@/features/leads/LeadsPage";
import { peopleQuery, pipelineQuery } from "@/workspace/reference";

export const Route = createFileRoute("/_app/leads/")({
  validateSearch: leadsSearch,
  loader: ({ context }) =>
    Promise.all([
      context.queries.ensureQueryData(pipelineQuery),
      context.queries.ensureQueryData(peopleQuery),
    ]),
  component: LeadsPage,
});
