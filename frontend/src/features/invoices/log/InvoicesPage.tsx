import { Tabs } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { useMay } from "@/workspace/session";
import { NewInvoice } from "../NewInvoice";
import { creditNotesQuery, invoicesQuery } from "../queries";
import { CreditNotes } from "./CreditNotes";
import { ExportBooks } from "./ExportBooks";
import { Filters } from "./Filters";
import { InvoiceList } from "./InvoiceList";
import classes from "./Log.module.css";
import { invoiceFilters, type LogSearch, noteFilters } from "./search";

const words = texts.invoices;

/** The log of invoices and credit notes; what is filtered and sorted stands in the address. */
export function InvoicesPage() {
  const search = useSearch({ from: "/_app/invoices/" });
  const navigate = useNavigate({ from: "/invoices/" });
  const mayBill = useMay("bill");
  const narrow = (change: Partial<LogSearch>) =>
    navigate({ search: (before) => without({ ...before, ...change }), replace: true });
  const isNotes = search.tab === "credit-notes";
  return (
    <Page
      title={words.log}
      count={useCount(search)}
      acts={
        <>
          <ExportBooks />
          {mayBill ? <NewInvoice /> : null}
        </>
      }
    >
      <div className={classes.log}>
        <Tabs
          value={search.tab ?? "invoices"}
          onChange={(tab) =>
            navigate({ search: tab === "credit-notes" ? { tab: "credit-notes" } : {} })
          }
          mb="sm"
        >
          <Tabs.List aria-label={words.tabs}>
            <Tabs.Tab value="invoices">{words.log}</Tabs.Tab>
            <Tabs.Tab value="credit-notes">{words.creditNotes}</Tabs.Tab>
          </Tabs.List>
        </Tabs>
        <Filters search={search} onChange={narrow} ofNotes={isNotes} />
        {isNotes ? (
          <CreditNotes search={search} onChange={narrow} />
        ) : (
          <InvoiceList search={search} onChange={narrow} mayBill={mayBill} />
        )}
      </div>
    </Page>
  );
}

function useCount(search: LogSearch): string | null {
  const isNotes = search.tab === "credit-notes";
  const invoices = useInfiniteQuery({
    ...invoicesQuery(invoiceFilters(search)),
    enabled: !isNotes,
  });
  const notes = useInfiniteQuery({ ...creditNotesQuery(noteFilters(search)), enabled: isNotes });
  const total = (isNotes ? notes : invoices).data?.pages[0]?.total;
  if (total == null) return null;
  return isNotes ? words.notesFound(total) : words.found(total);
}

function without(search: LogSearch): LogSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value));
}
