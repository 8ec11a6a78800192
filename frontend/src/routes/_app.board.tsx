import { createFileRoute } from "@tanstack/react-router";
import { BoardPage } from "@/features/leads/board/BoardPage";

type BoardSearch = { owner?: string; q?: string; source?: string };

const word = (value: unknown) => (typeof value === "string" && value ? value : undefined);

export const Route = createFileRoute("/_app/board")({
  validateSearch: (search: Record<string, unknown>): BoardSearch => ({
    owner: word(search.owner),
    q: word(search.q),
    source: word(search.source),
  }),
  component: BoardPage,
});
