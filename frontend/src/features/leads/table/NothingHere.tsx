import { Button, Group } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { usePeople, useStages } from "@/workspace/reference";
import { useMay, useMe } from "@/workspace/session";
import { activeFilters, filtersOf, type LeadsSearch, withFilters } from "../filters/search";
import { filterInWords } from "../filters/words";
import { leadsCountQuery } from "../queries";

/** A workspace without leads, with the two ways to get some. */
export function NoLeadsYet({ onNew }: { onNew: () => void }) {
  const mayWrite = useMay("write_own_leads");
  return (
    <Empty
      title={texts.leads.noneYet}
      act={
        mayWrite ? (
          <Group gap="xs">
            <Button onClick={onNew}>{texts.leads.newLead}</Button>
            <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
              {texts.leads.importLeads}
            </Button>
          </Group>
        ) : null
      }
    >
      {texts.leads.noneYetText}
    </Empty>
  );
}

type Props = {
  search: LeadsSearch;
  narrow: (set: Partial<LeadsSearch>) => void;
  onClear: () => void;
};

/** No lead fits: which filter to drop, and how many leads that would bring. */
export function NoneFound({ search, narrow, onClear }: Props) {
  const me = useMe();
  const known = { stages: useStages(), people: usePeople(), currency: me.workspace.currency };
  const active = activeFilters(search);
  const counts = useQueries({
    queries: active.map((name) => {
      const { sort: _, ...rest } = withFilters(search, { [name]: undefined });
      return leadsCountQuery(filtersOf(rest, me.user.id));
    }),
  });
  const drops = active.map((name, at) => ({ name, leads: counts[at]?.data }));
  drops.sort((one, other) => (other.leads ?? 0) - (one.leads ?? 0));
  return (
    <Empty
      title={texts.leads.noneFound}
      act={
        <Group gap="xs" justify="center">
          {drops.map(({ name, leads }) => (
            <Button
              key={name}
              size="xs"
              variant="default"
              onClick={() => narrow({ [name]: undefined })}
            >
              {texts.leads.without(filterInWords(search, name, known), leads)}
            </Button>
          ))}
          {active.length > 1 ? (
            <Button size="xs" variant="subtle" onClick={onClear}>
              {texts.leads.clearFilters}
            </Button>
          ) : null}
        </Group>
      }
    >
      {texts.leads.noneFoundText}
    </Empty>
  );
}
