import { createFileRoute, notFound, useNavigate } from "@tanstack/react-router";
import { MonthPage } from "@/features/metrics/MonthPage";
import { readOpened } from "@/features/metrics/opening";

const MONTH = /^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$/;

/** One month, opened down to its leads. */
export const Route = createFileRoute("/_app/months/$month")({
  validateSearch: readOpened,
  beforeLoad: ({ params }) => {
    if (!MONTH.test(params.month)) throw notFound();
  },
  component: OpenedMonth,
});

function OpenedMonth() {
  const { month } = Route.useParams();
  const navigate = useNavigate();
  return (
    <MonthPage
      month={month}
      opened={Route.useSearch()}
      open={(search) =>
        navigate({ to: "/months/$month", params: { month }, search, resetScroll: false })
      }
    />
  );
}
