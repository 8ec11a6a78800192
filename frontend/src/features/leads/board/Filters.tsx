import { CloseButton, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { IconSearch } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { usePeople } from "@/workspace/reference";
import { sourcesQuery } from "../board.queries";
import type { BoardFilters } from "../columns";
import classes from "./BoardPage.module.css";

const PAUSE = 250;

/** Narrows the board to words, an owner and a source; the address keeps them. */
export function Filters({ filters }: { filters: BoardFilters }) {
  const people = usePeople();
  const { data: sources = [] } = useQuery(sourcesQuery);
  const narrow = useNarrow();
  return (
    <search className={classes.filters}>
      <Search q={filters.q ?? ""} onSearch={(q) => narrow({ q: q || undefined })} />
      <Select
        className={classes.choice}
        size="xs"
        aria-label={texts.board.owner}
        placeholder={texts.common.anyOwner}
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

function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [typed, type] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => type(q), [q]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useShortcuts(texts.board.keys, [
    { keys: "/", says: texts.board.keySearch, act: () => field.current?.focus() },
  ]);
  const search = (words: string, pause = PAUSE) => {
    type(words);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => onSearch(words.trim()), pause);
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={texts.board.search}
      placeholder={texts.board.search}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") search("", 0);
      }}
      rightSection={
        typed ? (
          <CloseButton
            size="xs"
            aria-label={texts.board.clearFilters}
            onClick={() => search("", 0)}
          />
        ) : null
      }
    />
  );
}

const withChosen = (sources: string[], chosen: string | undefined) =>
  chosen && !sources.includes(chosen) ? [chosen, ...sources] : sources;
