import { Tabs } from "@mantine/core";
import { useState } from "react";
import type { Invoice } from "@/api/types.gen";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { useToday } from "@/workspace/today";
import { DocumentTitle } from "../DocumentTitle";
import { InvoiceStatusBadge } from "../InvoiceStatusBadge";
import { daysLate } from "../lateness";
import { PdfPanel } from "../PdfPanel";
import { Acts } from "./Acts";
import { BilledLines } from "./BilledLines";
import { Facts } from "./Facts";
import { History } from "./History";
import classes from "./Issued.module.css";
import { Payments } from "./Payments";
import { Settling } from "./Settling";

const words = texts.invoices;

/** An issued invoice: what is owed, what came, how it went out; nothing of it changes any more. */
export function IssuedPage({ invoice, mayBill }: { invoice: Invoice; mayBill: boolean }) {
  const [tab, show] = useState<string | null>("facts");
  const late = daysLate(invoice, useToday());
  const isDraft = invoice.status === "draft";
  return (
    <Page
      title={
        <DocumentTitle name={invoice.number ?? words.draft} customer={invoice.customer.name}>
          <InvoiceStatusBadge status={invoice.status} late={late} />
        </DocumentTitle>
      }
      acts={mayBill ? <Acts invoice={invoice} /> : null}
    >
      <div className={classes.columns}>
        <div className={classes.sheet}>
          <Tabs value={tab} onChange={show} keepMounted={false}>
            <Tabs.List mb="md" aria-label={words.invoice}>
              <Tabs.Tab value="facts">{words.facts}</Tabs.Tab>
              <Tabs.Tab value="preview">{words.preview}</Tabs.Tab>
              <Tabs.Tab value="history">{words.history}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="facts">
              <BilledLines invoice={invoice} />
              {isDraft ? null : <Payments invoice={invoice} mayBill={mayBill} />}
            </Tabs.Panel>
            <Tabs.Panel value="preview">
              <PdfPanel
                id={invoice.id}
                version={isDraft ? invoice.version : 0}
                name={invoice.number ?? words.draft}
              />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <History invoice={invoice} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <aside className={classes.rail}>
          {isDraft ? <p className={classes.quiet}>{words.readOnly}</p> : null}
          {isDraft ? null : <Settling invoice={invoice} late={late} mayBill={mayBill} />}
          <Facts invoice={invoice} />
        </aside>
      </div>
    </Page>
  );
}
