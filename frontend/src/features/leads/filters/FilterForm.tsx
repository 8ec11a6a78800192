import { NativeSelect, SimpleGrid, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { texts } from "@/texts";
import { Later } from "@/ui/Later";
import { usePeople, useStages } from "@/workspace/reference";
import { useMe } from "@/workspace/session";
import { sourcesQuery } from "../board.queries";
import { AmountRange, DayRange } from "./Ranges";
import { FOLLOW_UPS, type LeadsSearch, OUTCOMES, VISIBILITIES } from "./search";

type Props = {
  search: LeadsSearch;
  narrow: (set: Partial<LeadsSearch>) => void;
  /** Tags that are known from the leads on the screen. */
  tags: readonly string[];
};

const names = texts.leads.filterNames;

/** Every filter of the list at once; each takes effect as it is set. */
export function FilterForm({ search, narrow, tags }: Props) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <Chosen from={0} to={AT_ONCE} {...{ search, narrow }} />
        <Later>
          <Chosen from={AT_ONCE} {...{ search, narrow }} />
          <Tag search={search} narrow={narrow} tags={tags} />
          <AmountRange search={search} narrow={narrow} />
          <DayRange label={texts.leads.expected} ends={EXPECTED} {...{ search, narrow }} />
          <DayRange label={texts.leads.created} ends={CREATED} {...{ search, narrow }} />
          <DayRange label={texts.leads.closed} ends={CLOSED} {...{ search, narrow }} />
        </Later>
      </SimpleGrid>
      <Switch
        mt="sm"
        size="xs"
        label={texts.leads.onlyUndated}
        checked={search.undated ?? false}
        onChange={(event) => narrow({ undated: event.currentTarget.checked || undefined })}
      />
      <Switch
        mt="xs"
        size="xs"
        label={texts.leads.only}
        checked={search.archived ?? false}
        onChange={(event) => narrow({ archived: event.currentTarget.checked || undefined })}
      />
    </>
  );
}

/** So many fields are drawn with the panel; the others follow within a blink. */
const AT_ONCE = 2;

const EXPECTED = ["expected_close_from", "expected_close_to"] as const;
const CREATED = ["created_from", "created_to"] as const;
const CLOSED = ["closed_from", "closed_to"] as const;

type Choice = { value: string; label: string };
type Chooser = { name: keyof LeadsSearch & keyof typeof names; data: readonly Choice[] };

type ChosenProps = Omit<Props, "tags"> & { from: number; to?: number };

function Chosen({ search, narrow, from, to }: ChosenProps) {
  const choosers = useChoosers(search.source).slice(from, to);
  return choosers.map(({ name, data }) => (
    <NativeSelect
      key={name}
      size="xs"
      label={names[name]}
      data={[ANY, ...data]}
      value={(search[name] as string | undefined) ?? ""}
      onChange={(event) => narrow({ [name]: event.currentTarget.value || undefined })}
    />
  ));
}

const ANY = { value: "", label: texts.leads.any };

function Tag({ search, narrow, tags }: Props) {
  const [draft, write] = useState(search.tag ?? "");
  const list = useId();
  const take = () => narrow({ tag: draft.trim() || undefined });
  return (
    <>
      <TextInput
        size="xs"
        label={names.tag}
        placeholder={texts.leads.any}
        list={list}
        value={draft}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
      <datalist id={list}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

function useChoosers(source: string | undefined): Chooser[] {
  const { data: sources = [] } = useQuery(sourcesQuery);
  const me = useMe().user;
  const people = usePeople().map(({ id, name }) => ({ value: id, label: name }));
  const known = source && !sources.includes(source) ? [source, ...sources] : sources;
  return [
    { name: "stage", data: useStages().map(({ key, name }) => ({ value: key, label: name })) },
    {
      name: "owner",
      data: [
        { value: "me", label: `${texts.leads.me} (${me.name})` },
        ...people.filter((one) => one.value !== me.id),
      ],
    },
    { name: "follow_up", data: worded(FOLLOW_UPS, texts.leads.followUps) },
    { name: "outcome", data: worded(OUTCOMES, texts.leads.outcomes) },
    { name: "visibility", data: worded(VISIBILITIES, texts.leads.visibilities) },
    { name: "source", data: known.map((one) => ({ value: one, label: one })) },
  ];
}

const worded = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));
