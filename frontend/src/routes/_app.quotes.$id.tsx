import { createFileRoute } from "@tanstack/react-router";
import { QuotePage } from "@/features/quotes/QuotePage";

export const Route = createFileRoute("/_app/quotes/$id")({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <QuotePage id={id} />;
}
