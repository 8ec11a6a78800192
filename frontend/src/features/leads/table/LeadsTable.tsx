import { useNavigate } from "@tanstack/react-router";
import { type Ref, useCallback, useRef } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { DataGrid, type GridHandle } from "@/ui/grid/DataGrid";
import type { useGridColumns } from "@/ui/grid/useGridColumns";
import type { Selection } from "@/ui/grid/useSelection";
import { useMay } from "@/workspace/session";
import type { LeadSort, LeadsSearch } from "../filters/search";
import { keepPlace, placeOf } from "./place";
import type { LeadsList } from "./useLeadsList";

type Props = {
  list: LeadsList;
  search: LeadsSearch;
  narrow: (set: Partial<LeadsSearch>) => void;
  columns: ReturnType<typeof useGridColumns<Lead>>;
  selection: Selection;
  handle: Ref<GridHandle>;
};

/** The order that the server gives where none is asked for. */
export const USUAL_SORT: LeadSort = "-created_at";

/** Leads as rows, of any number, read and changed in place. */
export function LeadsTable({ list, search, narrow, columns, selection, handle }: Props) {
  const navigate = useNavigate();
  const mayWrite = useMay("write_own_leads");
  const open = useCallback(
    (lead: Lead) => navigate({ to: "/leads/$id", params: { id: lead.id } }),
    [navigate],
  );
  // Until the leads of another list are here, the rows of the last one stay where they are.
  const place = useRef("");
  if (!list.isStale || !place.current) place.current = JSON.stringify(search);
  return (
    <DataGrid
      label={texts.leads.table}
      rows={list.leads}
      columns={columns.shown}
      widths={columns.widths}
      resizing={columns.resizing}
      nameOf={nameOf}
      onOpen={open}
      total={list.total ?? null}
      onMore={list.onMore}
      sort={search.sort ?? USUAL_SORT}
      onSort={(sort) => narrow({ sort: sort as LeadSort })}
      selection={mayWrite ? selection : null}
      handle={handle}
      list={place.current}
      startAt={placeOf}
      onScrolled={keepPlace}
    />
  );
}

const nameOf = (lead: Lead) => lead.title;
