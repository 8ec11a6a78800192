import { createFileRoute } from "@tanstack/react-router";
import { QuotesPage } from "@/features/quotes/list/QuotesPage";
import { readSearch } from "@/features/quotes/list/search";
import { peopleQuery } from "@/workspace/reference";

export const Route = createFileRoute("/_app/quotes/")({
  validateSearch: readSearch,
  loader: ({ context }) => context.queries.ensureQueryData(peopleQuery),
  component: QuotesPage,
});
