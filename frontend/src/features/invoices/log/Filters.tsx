import { Button, Popover, Select } from "@mantine/core";
import { useState } from "react";
import { day } from "@/lib/format";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { IconFilter } from "@/ui/icons";
import { SearchField } from "@/ui/SearchField";
import { usePhone } from "@/ui/usePhone";
import { usePeople } from "@/workspace/reference";
import { CompanySelect } from "../CompanySelect";
import classes from "./Log.module.css";
import { ALL_STATUSES, FILTERS, type LogSearch } from "./search";

const words = texts.invoices;

type Props = {
  search: LogSearch;
  onChange: (change: Partial<LogSearch>) => void;
  ofNotes: boolean;
};

/** What narrows the log; on a phone all but the search is folded away until it is wanted. */
export function Filters(props: Props) {
  const { search, onChange } = props;
  const [isOpen, open] = useState(false);
  const isPhone = usePhone();
  const inForce = FILTERS.filter((name) => name !== "q" && search[name]).length;
  return (
    <search className={classes.filters}>
      <SearchField
        q={search.q ?? ""}
        onSearch={(q) => onChange({ q })}
        label={words.search}
        keys={{ group: words.log, says: words.keySearch }}
        className={classes.search}
      />
      {isPhone ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilter size={15} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => open(!isOpen)}
        >
          {inForce > 0 ? words.filtersSet(inForce) : words.filters}
        </Button>
      ) : null}
      {isPhone && !isOpen ? null : <Narrowing {...props} />}
      {inForce > 0 || search.q ? (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
        >
          {words.clearFilters}
        </Button>
      ) : null}
    </search>
  );
}

function Narrowing({ search, onChange, ofNotes }: Props) {
  const people = usePeople();
  return (
    <>
      {ofNotes ? null : (
        <Select
          size="xs"
          aria-label={words.filterStatus}
          placeholder={texts.ui.anyStatus}
          data={ALL_STATUSES.map((value) => ({ value, label: words.status[value] }))}
          value={search.status ?? null}
          onChange={(status) => onChange({ status: ALL_STATUSES.find((one) => one === status) })}
          clearable
          w={150}
        />
      )}
      <div className={classes.company}>
        <CompanySelect
          label={words.filterCompany}
          value={search.customer ?? null}
          onChange={(customer) => onChange({ customer: customer ?? undefined })}
          quiet
        />
      </div>
      {ofNotes ? null : (
        <Select
          size="xs"
          aria-label={words.filterOwner}
          placeholder={texts.ui.anyOwner}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.owner ?? null}
          onChange={(owner) => onChange({ owner: owner ?? undefined })}
          searchable
          clearable
          w={160}
        />
      )}
      <DayRange
        label={words.filterIssued}
        from={search.issued_from}
        to={search.issued_to}
        onChange={(issued_from, issued_to) => onChange({ issued_from, issued_to })}
      />
      {ofNotes ? null : (
        <>
          <DayRange
            label={words.filterDue}
            from={search.due_from}
            to={search.due_to}
            onChange={(due_from, due_to) => onChange({ due_from, due_to })}
          />
          <DayRange
            label={words.filterPaid}
            from={search.paid_from}
            to={search.paid_to}
            onChange={(paid_from, paid_to) => onChange({ paid_from, paid_to })}
          />
        </>
      )}
    </>
  );
}

type RangeProps = {
  label: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (from: string | undefined, to: string | undefined) => void;
};

function DayRange({ label, from, to, onChange }: RangeProps) {
  const isSet = Boolean(from || to);
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default" fw={isSet ? 600 : 450} c={isSet ? undefined : "dimmed"}>
          {isSet ? `${label}: ${from ? day(from) : "…"} – ${to ? day(to) : "…"}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.range}>
          <DayInput
            label={words.exportFrom}
            value={from ?? null}
            maxDate={to}
            onChange={(day) => onChange(day ?? undefined, to)}
            clearable
            popoverProps={{ withinPortal: false }}
            w={160}
          />
          <DayInput
            label={words.exportTo}
            value={to ?? null}
            minDate={from}
            onChange={(day) => onChange(from, day ?? undefined)}
            clearable
            popoverProps={{ withinPortal: false }}
            w={160}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
