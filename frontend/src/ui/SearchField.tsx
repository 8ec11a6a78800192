import { CloseButton, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { IconSearch } from "./icons";
import { useShortcuts } from "./keys";

const PAUSE = 250;

type Props = {
  /** What is searched for now, as the address has it. */
  q: string;
  onSearch: (q: string | undefined) => void;
  label: string;
  placeholder?: string;
  /** The group of the key sheet that tells of `/`, and what it says there. */
  keys: { group: string; says: string };
  className?: string | undefined;
};

/** Finds while one types; `/` comes here, Enter does not wait, Escape empties it, then leaves. */
export function SearchField({ q, onSearch, label, placeholder = label, keys, className }: Props) {
  const [typed, type] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(q);
  // A word and the space after it are the same search: what is being typed stays as it is.
  useEffect(() => {
    if (q === asked.current) return;
    clearTimeout(waiting.current);
    asked.current = q;
    type(q);
  }, [q]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useShortcuts(keys.group, [{ keys: "/", says: keys.says, act: () => field.current?.focus() }]);
  const search = (words: string, pause = PAUSE) => {
    type(words);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      asked.current = words.trim();
      onSearch(words.trim() || undefined);
    }, pause);
  };
  return (
    <TextInput
      ref={field}
      className={className}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") search(typed, 0);
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (typed) search("", 0);
        else event.currentTarget.blur();
      }}
      rightSection={
        typed ? (
          <CloseButton size="xs" aria-label={texts.ui.clearSearch} onClick={() => search("", 0)} />
        ) : null
      }
    />
  );
}
