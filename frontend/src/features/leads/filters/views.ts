import { monthOf } from "@/lib/days";
import { texts } from "@/texts";
import type { LeadsSearch } from "./search";

export type View = { label: string; search: LeadsSearch };

const names = texts.leads.view;

/** Ready questions to the list, each a link. */
export function views(today: string): View[] {
  const { first, last } = monthOf(today);
  return [
    { label: names.all, search: {} },
    {
      label: names.mine,
      search: { owner: "me", outcome: "open", sort: "next_follow_up_on" },
    },
    { label: names.overdue, search: { follow_up: "overdue", sort: "next_follow_up_on" } },
    { label: names.today, search: { follow_up: "today", sort: "-value" } },
    {
      label: names.closing,
      search: {
        outcome: "open",
        expected_close_from: first,
        expected_close_to: last,
        sort: "expected_close_on",
      },
    },
    {
      label: names.won,
      search: { outcome: "won", closed_from: first, closed_to: last, sort: "-stage_entered_at" },
    },
    { label: names.archived, search: { archived: true } },
  ];
}

/** Whether an address is exactly a view's, its order aside. */
export function isView(search: LeadsSearch, view: View): boolean {
  const plain = ({ sort: _, ...filters }: LeadsSearch) =>
    JSON.stringify(Object.entries(filters).sort(([one], [other]) => one.localeCompare(other)));
  return plain(search) === plain(view.search);
}
