import { Button, Select } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { DayInput } from "@/ui/DayInput";
import { peopleQuery } from "@/workspace/reference";
import type { AuditFilters } from "../audit.queries";
import classes from "../Listed.module.css";
import own from "./Audit.module.css";
import { kindOf, sentenceOf } from "./telling";

const words = texts.auditLog;

const ENTITIES = Object.keys(words.entities)
  .map((value) => ({ value, label: kindOf(value) }))
  .sort((one, other) => one.label.localeCompare(other.label));

const ACTIONS = words.actions
  .map((action) => {
    const entity = action.slice(0, action.indexOf("."));
    return { value: action, label: sentenceOf({ action, entity }) };
  })
  .sort((one, other) => one.label.localeCompare(other.label));

type Props = { filters: AuditFilters; look: (filters: AuditFilters) => void };

/** Who, what, which kind of record, which days. */
export function AuditTools({ filters, look }: Props) {
  const { data: people } = useSuspenseQuery(peopleQuery);
  const set = (name: keyof AuditFilters) => (value: string | null) => {
    const { [name]: _gone, ...rest } = filters;
    look(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <div className={classes.tools}>
      <Select
        className={own.filter}
        label={words.who}
        placeholder={words.anybody}
        data={people.map((user) => ({ value: user.id, label: user.name }))}
        value={filters.actor ?? null}
        onChange={set("actor")}
        searchable
        clearable
      />
      <Select
        className={own.filter}
        label={words.what}
        placeholder={words.anything}
        data={ACTIONS}
        value={filters.action ?? null}
        onChange={set("action")}
        searchable
        clearable
      />
      <Select
        className={own.filter}
        label={words.record}
        placeholder={words.anyRecord}
        data={ENTITIES}
        value={filters.entity ?? null}
        onChange={set("entity")}
        searchable
        clearable
      />
      <DayInput
        className={own.day}
        label={words.from}
        value={filters.from ?? null}
        onChange={set("from")}
        maxDate={filters.to}
        clearable
      />
      <DayInput
        className={own.day}
        label={words.to}
        value={filters.to ?? null}
        onChange={set("to")}
        minDate={filters.from}
        clearable
      />
      {Object.keys(filters).length > 0 ? (
        <Button variant="subtle" onClick={() => look({})}>
          {words.clear}
        </Button>
      ) : null}
    </div>
  );
}
