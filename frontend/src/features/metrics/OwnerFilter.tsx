import { Select } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { texts } from "@/texts";
import { peopleQuery } from "@/workspace/reference";
import { useMe } from "@/workspace/session";

const TEAM = "team";
const ME = "me";

/** The id that the server knows for `me`, a user's id or nobody in particular. */
export function useOwnerId(owner: string | undefined): string | undefined {
  const { user } = useMe();
  return owner === ME ? user.id : owner;
}

/** What to call the owner whose figures are shown; null for the whole team. */
export function useOwnerName(owner: string | undefined): string | null {
  const { data: people } = useSuspenseQuery(peopleQuery);
  if (owner === undefined) return null;
  if (owner === ME) return texts.metrics.headline.me;
  return people.find((person) => person.id === owner)?.name ?? null;
}

type Props = { owner: string | undefined; choose: (owner: string | undefined) => void };

/** Whose deals the figures cover: the whole team's, one's own, or a colleague's. */
export function OwnerFilter({ owner, choose }: Props) {
  const { data: people } = useSuspenseQuery(peopleQuery);
  const { user } = useMe();
  const others = people
    .filter((person) => (person.active || person.id === owner) && person.id !== user.id)
    .map((person) => ({ value: person.id, label: person.name }));
  const data = [
    { value: TEAM, label: texts.metrics.owner.team },
    { value: ME, label: texts.metrics.owner.me },
    ...others,
  ];
  return (
    <Select
      aria-label={texts.metrics.owner.label}
      data={data}
      value={owner === user.id ? ME : (owner ?? TEAM)}
      onChange={(value) => choose(value === null || value === TEAM ? undefined : value)}
      allowDeselect={false}
      searchable={data.length > 8}
      size="sm"
      w={190}
    />
  );
}
