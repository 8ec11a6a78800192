import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { texts } from "@/texts";
import { SearchField } from "@/ui/SearchField";
import { usePeople } from "@/workspace/reference";
import { sourcesQuery } from "../board.queries";
import type { BoardFilters } from "../columns";
import classes from "./BoardPage.module.css";

/** Narrows the board to words, an owner and a source; the address keeps them. */
export function Filters({ filters }: { filters: BoardFilters }) {
  const people = usePeople();
  const { data: sources = [] } = useQuery(sourcesQuery);
  const narrow = useNarrow();
  return (
    <search className={classes.filters}>
      <SearchField
        q={filters.q ?? ""}
        onSearch={(q) => narrow({ q })}
        label={texts.board.search}
        keys={{ group: texts.board.keys, says: texts.board.keySearch }}
        className={classes.search}
      />
      <Select
        className={classes.choice}
        size="xs"
        aria-label={texts.board.owner}
        placeholder={texts.ui.anyOwner}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.owner ?? null}
        onChange={(owner) => narrow({ owner: owner ?? undefined })}
        searchable
        clearable
      />
      <Select
        className={classes.choice}
        size="xs"
        aria-label={texts.board.source}
        placeholder={texts.board.anySource}
        data={withChosen(sources, filters.source)}
        value={filters.source ?? null}
        onChange={(source) => narrow({ source: source ?? undefined })}
        searchable
        clearable
      />
    </search>
  );
}

/** Changes what the board is narrowed by, in the address. */
export function useNarrow() {
  const navigate = useNavigate({ from: "/board" });
  return (change: Partial<BoardFilters>) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
}

const withChosen = (sources: string[], chosen: string | undefined) =>
  chosen && !sources.includes(chosen) ? [chosen, ...sources] : sources;
