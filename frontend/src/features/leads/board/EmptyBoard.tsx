import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import type { BoardFilters } from "../columns";
import { useNarrow } from "./Filters";

/** No card at all: which filter to drop, or how the first lead comes. */
export function EmptyBoard({ filters }: { filters: BoardFilters }) {
  const narrow = useNarrow();
  if (filters.owner || filters.q || filters.source)
    return (
      <Empty
        title={texts.board.nothingFoundTitle}
        act={
          <Button
            variant="default"
            onClick={() => narrow({ owner: undefined, q: undefined, source: undefined })}
          >
            {texts.board.clearFilters}
          </Button>
        }
      >
        {texts.board.nothingFound}
      </Empty>
    );
  return (
    <Empty
      title={texts.board.emptyTitle}
      act={
        <Button component={Link} to="/import">
          {texts.board.toImport}
        </Button>
      }
    >
      {texts.board.empty}
    </Empty>
  );
}
