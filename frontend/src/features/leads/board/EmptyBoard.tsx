import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { texts } from "@/texts";
import { Empty } from "@/ui/Empty";
import { usePeople } from "@/workspace/reference";
import { useMay } from "@/workspace/session";
import type { BoardFilters } from "../columns";
import { NewLead } from "../NewLead";
import { useNarrow } from "./Filters";

/** No card at all: which filter to drop, or how the first lead comes. */
export function EmptyBoard({ filters }: { filters: BoardFilters }) {
  const narrow = useNarrow();
  const people = usePeople();
  const owner = people.find((one) => one.id === filters.owner)?.name ?? filters.owner;
  const set = [
    { name: filters.q, drop: { q: undefined } },
    { name: owner, drop: { owner: undefined } },
    { name: filters.source, drop: { source: undefined } },
  ].filter((filter) => filter.name);
  if (set.length > 0)
    return (
      <Empty
        title={texts.board.nothingFoundTitle}
        act={
          <Group gap="xs" justify="center">
            {set.map(({ name, drop }) => (
              <Button key={name} variant="default" onClick={() => narrow(drop)}>
                {texts.board.drop(name ?? "")}
              </Button>
            ))}
          </Group>
        }
      >
        {texts.board.nothingFound}
      </Empty>
    );
  return <NoCardYet />;
}

function NoCardYet() {
  const [isMaking, make] = useState(false);
  const mayWrite = useMay("write_own_leads");
  return (
    <Empty
      title={texts.board.emptyTitle}
      act={
        mayWrite ? (
          <Group gap="xs">
            <Button onClick={() => make(true)}>{texts.leads.newLead}</Button>
            <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
              {texts.leads.importLeads}
            </Button>
            <NewLead opened={isMaking} onClose={() => make(false)} />
          </Group>
        ) : null
      }
    >
      {texts.board.empty}
    </Empty>
  );
}
