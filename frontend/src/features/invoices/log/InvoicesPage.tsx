import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { useMay } from "@/workspace/session";
import { NewInvoice } from "../NewInvoice";
import { CreditNotes } from "./CreditNotes";
import { ExportBooks } from "./ExportBooks";
import { Filters } from "./Filters";
import { InvoiceList } from "./InvoiceList";
import classes from "./Log.module.css";
import type { LogSearch } from "./search";

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

function without(search: LogSearch): LogSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value));
}
