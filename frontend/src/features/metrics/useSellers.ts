import type { MonthByRep } from "@/api/types.gen";
import { usePeople } from "@/workspace/reference";

const SELLING = new Set(["rep", "manager"]);

/** The people who sell and are not among a month's reps yet; of one owner's figures only they. */
export function useSellers(reps: MonthByRep[], ownerId?: string): Pick<MonthByRep, "user">[] {
  const known = new Set(reps.map((rep) => rep.user.id));
  return usePeople()
    .filter((person) => SELLING.has(person.role) && !known.has(person.id))
    .filter((person) => ownerId === undefined || person.id === ownerId)
    .map(({ id, name }) => ({ user: { id, name } }));
}
