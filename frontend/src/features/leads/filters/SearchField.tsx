import { CloseButton, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { IconSearch } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import classes from "./filters.module.css";

const PAUSE = 200;

type Props = { q: string; onSearch: (q: string | undefined) => void };

/** Finds leads while one types; `/` comes here, Escape empties it. */
export function SearchField({ q, onSearch }: Props) {
  const [typed, type] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => type(q), [q]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useShortcuts(texts.leads.keys, [
    { keys: "/", says: texts.leads.search, act: () => field.current?.focus() },
  ]);
  const search = (words: string, pause = PAUSE) => {
    type(words);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => onSearch(words.trim() || undefined), pause);
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="xs"
      type="search"
      aria-label={texts.leads.search}
      placeholder={texts.leads.searchPlaceholder}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") search(typed, 0);
        if (event.key !== "Escape") return;
        if (typed) search("", 0);
        else event.currentTarget.blur();
      }}
      rightSection={
        typed ? (
          <CloseButton
            size="xs"
            aria-label={texts.leads.dropFilter(texts.leads.filterNames.q)}
            onClick={() => search("", 0)}
          />
        ) : null
      }
    />
  );
}
