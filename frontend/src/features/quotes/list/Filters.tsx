import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { texts } from "@/texts";
import { IconClock, IconSearch } from "@/ui/icons";
import { useShortcuts } from "@/ui/keys";
import { usePeople } from "@/workspace/reference";
import classes from "./List.module.css";
import { type QuotesSearch, SORTS, STATUSES } from "./search";

type Props = { search: QuotesSearch; onChange: (change: Partial<QuotesSearch>) => void };

const words = texts.quotes;
const TYPING = 250;
const SORT_NAMES = { "-created_at": words.newestFirst, valid_until: words.nextToExpire };

/** What narrows the list. */
export function Filters({ search, onChange }: Props) {
  const people = usePeople();
  return (
    <search className={classes.filters}>
      <SearchField q={search.q ?? ""} onChange={(q) => onChange({ q: q || undefined })} />
      <Select
        size="xs"
        aria-label={words.status}
        placeholder={texts.common.anyStatus}
        data={STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
        value={search.status ?? null}
        onChange={(chosen) =>
          onChange({
            status: STATUSES.find((status) => status === chosen),
            expiring: undefined,
          })
        }
        clearable
        w={150}
      />
      <Select
        size="xs"
        aria-label={words.ownerFilter}
        placeholder={texts.common.anyOwner}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.owner ?? null}
        onChange={(owner) => onChange({ owner: owner ?? undefined })}
        searchable
        clearable
        w={170}
      />
      <Button
        size="xs"
        variant={search.expiring ? "filled" : "default"}
        fw={500}
        leftSection={<IconClock size={15} aria-hidden />}
        aria-pressed={search.expiring ?? false}
        title={words.expiringText}
        onClick={() =>
          onChange({ expiring: search.expiring ? undefined : true, status: undefined })
        }
      >
        {words.expiring}
      </Button>
      <Select
        size="xs"
        aria-label={words.sort}
        data={SORTS.map((value) => ({ value, label: SORT_NAMES[value] }))}
        value={search.sort ?? (search.expiring ? "valid_until" : "-created_at")}
        onChange={(chosen) => onChange({ sort: SORTS.find((sort) => sort === chosen) })}
        allowDeselect={false}
        className={classes.sort}
        w={190}
      />
    </search>
  );
}

function SearchField({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback(onChange, TYPING);
  useShortcuts(words.title, [{ keys: "/", says: words.search, act: () => field.current?.focus() }]);
  useEffect(() => {
    if (!q) setTyped("");
  }, [q]);
  return (
    <TextInput
      size="xs"
      ref={field}
      className={classes.search}
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
