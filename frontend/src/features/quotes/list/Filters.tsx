import { Button, Select } from "@mantine/core";
import { texts } from "@/texts";
import { IconClock } from "@/ui/icons";
import { SearchField } from "@/ui/SearchField";
import { usePeople } from "@/workspace/reference";
import classes from "./List.module.css";
import { type QuotesSearch, SORTS, STATUSES } from "./search";

type Props = { search: QuotesSearch; onChange: (change: Partial<QuotesSearch>) => void };

const words = texts.quotes;
const SORT_NAMES = { "-created_at": words.newestFirst, valid_until: words.nextToExpire };

/** What narrows the list. */
export function Filters({ search, onChange }: Props) {
  const people = usePeople();
  return (
    <search className={classes.filters}>
      <SearchField
        q={search.q ?? ""}
        onSearch={(q) => onChange({ q })}
        label={words.search}
        keys={{ group: words.title, says: words.search }}
        className={classes.search}
      />
      <Select
        size="xs"
        aria-label={words.status}
        placeholder={texts.ui.anyStatus}
        data={STATUSES.map((value) => ({
          value,
          label: value === "sent" ? words.sentOrViewed : words.statuses[value],
        }))}
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
        placeholder={texts.ui.anyOwner}
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
