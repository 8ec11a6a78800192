import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { peopleQuery } from "@/workspace/reference";
import { sourcesQuery } from "./queries";
import type { Ranks } from "./slices";

const FIRST = ["rep", "manager"];

/** The order in which sources and people take their colours: frequent sources and sellers first. */
export function useRanks(): Ranks {
  const { data: sources } = useQuery(sourcesQuery);
  const { data: people } = useSuspenseQuery(peopleQuery);
  return useMemo(() => {
    const rank = (role: string) => (FIRST.indexOf(role) + FIRST.length + 1) % (FIRST.length + 1);
    const ranked = people.toSorted(
      (one, other) => rank(one.role) - rank(other.role) || one.id.localeCompare(other.id),
    );
    return { sources: sources ?? [], people: ranked.map((person) => person.id) };
  }, [sources, people]);
}
