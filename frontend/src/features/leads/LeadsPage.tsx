import { Button } from "@mantine/core";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { ColumnsMenu } from "@/ui/grid/ColumnsMenu";
import type { GridHandle } from "@/ui/grid/DataGrid";
import { useGridColumns } from "@/ui/grid/useGridColumns";
import { type Selection, useSelection } from "@/ui/grid/useSelection";
import { IconDownload, IconPlus, IconRefresh } from "@/ui/icons";
import { Page } from "@/ui/Page";
import { usePhone } from "@/ui/usePhone";
import { useStages } from "@/workspace/reference";
import { useMay, useMe } from "@/workspace/session";
import { Moving } from "./fields/Moving";
import { FilterBar } from "./filters/FilterBar";
import { activeFilters, type LeadsSearch } from "./filters/search";
import { useLeadsSearch } from "./filters/useLeadsSearch";
import { Views } from "./filters/Views";
import classes from "./LeadsPage.module.css";
import { NewLead } from "./NewLead";
import { exportAddress, type LeadFilters } from "./queries";
import { BulkBar } from "./table/BulkBar";
import { leadColumns } from "./table/columns";
import { GridSkeleton } from "./table/GridSkeleton";
import { LeadCards } from "./table/LeadCards";
import { LeadsTable } from "./table/LeadsTable";
import { NoLeadsYet, NoneFound } from "./table/NothingHere";
import { type LeadsList, useKnownTags, useLeadsList } from "./table/useLeadsList";

/** Every lead this person may see, as a table; on a phone as cards, what is due first. */
export function LeadsPage() {
  const isPhone = usePhone();
  const { search, narrow, replace } = useLeadsSearch();
  const shown = useMemo(() => (isPhone ? dueFirst(search) : search), [isPhone, search]);
  const list = useLeadsList(shown);
  const tagsKnown = useKnownTags(list.leads);
  const all = useLeadColumns();
  const columns = useGridColumns("leads", all);
  const selection = useSelection(list.leads);
  const { clear } = selection;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected is chosen from one list
  useEffect(clear, [list.filters]);
  const selected = useSelected(list.leads, selection);
  const grid = useRef<GridHandle>(null);
  const { news, showNews } = list;
  useEffect(() => {
    if (news > 0 && grid.current?.isAtRest()) showNews();
  }, [news, showNews]);
  const [isMaking, make] = useState(false);
  const onNew = useCallback(() => make(true), []);
  const { shown: columnsShown, show, reset, isShown } = columns;
  // biome-ignore lint/correctness/useExhaustiveDependencies: which columns are shown decides
  const columnsMenu = useMemo(
    () => (isPhone ? null : <ColumnsMenu columns={all} {...{ isShown, show, reset }} />),
    [isPhone, all, columnsShown],
  );
  return (
    <Page
      fills
      title={texts.leads.title}
      count={list.total === undefined ? "" : texts.leads.countOf(list.total)}
      acts={<Acts filters={list.filters} onNew={onNew} />}
    >
      <Views search={search} />
      <div className={classes.tools}>
        <div inert={selected.length > 0}>
          <FilterBar {...{ search, narrow, replace, tagsKnown }} count={list.total}>
            {columnsMenu}
          </FilterBar>
        </div>
        {selected.length > 0 ? (
          <BulkBar leads={selected} tagsKnown={tagsKnown} onClear={clear} />
        ) : null}
      </div>
      <Moving onSettled={() => grid.current?.focus()}>
        <div className={classes.body} data-stale={list.isStale || undefined}>
          <News list={list} onShow={() => grid.current?.toTop()} />
          {content()}
        </div>
      </Moving>
      <NewLead opened={isMaking} onClose={() => make(false)} />
    </Page>
  );

  function content() {
    if (list.error) return <Broken error={list.error} reset={() => list.retry()} />;
    if (list.isPending) return <GridSkeleton />;
    if (list.leads.length === 0 && !list.isStale)
      return activeFilters(search).length > 0 ? (
        <NoneFound search={search} narrow={narrow} onClear={() => replace({ sort: search.sort })} />
      ) : (
        <NoLeadsYet onNew={onNew} />
      );
    if (isPhone)
      return (
        <LeadCards
          key={JSON.stringify(shown)}
          list={list}
          place={JSON.stringify(shown)}
          isByFollowUp={shown.sort === "next_follow_up_on"}
        />
      );
    return <LeadsTable {...{ list, search, narrow, columns, selection }} handle={grid} />;
  }
}

// Without another wish, a phone shows what is due: the open leads by their follow-up.
function dueFirst(search: LeadsSearch): LeadsSearch {
  if (search.sort) return search;
  return { ...search, sort: "next_follow_up_on" };
}

function useLeadColumns() {
  const stages = useStages();
  const me = useMe();
  return useMemo(() => leadColumns({ stages, me }), [stages, me]);
}

type ActsProps = { filters: LeadFilters; onNew: () => void };

const Acts = memo(function Acts({ filters, onNew }: ActsProps) {
  const isPhone = usePhone();
  const mayWrite = useMay("write_own_leads");
  return (
    <>
      {isPhone ? null : (
        <Button
          component="a"
          href={exportAddress(filters)}
          download="leads.csv"
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
        >
          {texts.leads.exportCsv}
        </Button>
      )}
      {mayWrite ? (
        <Button size="xs" onClick={onNew} leftSection={<IconPlus size={15} aria-hidden />}>
          {texts.leads.newLead}
        </Button>
      ) : null}
    </>
  );
});

function News({ list, onShow }: { list: LeadsList; onShow: () => void }) {
  if (list.news === 0) return null;
  return (
    <Button
      className={classes.news}
      size="compact-sm"
      radius="xl"
      leftSection={<IconRefresh size={14} aria-hidden />}
      onClick={() => {
        onShow();
        list.showNews();
      }}
    >
      {texts.leads.moreNews}
    </Button>
  );
}

function useSelected(leads: Lead[], { selected }: Selection): Lead[] {
  return useMemo(
    () => (selected.size === 0 ? NONE : leads.filter((lead) => selected.has(lead.id))),
    [leads, selected],
  );
}

const NONE: Lead[] = [];
