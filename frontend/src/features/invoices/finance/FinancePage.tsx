import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { Page } from "@/ui/Page";
import { useMay } from "@/workspace/session";
import { NewInvoice } from "../NewInvoice";
import { Figures } from "./Figures";
import classes from "./Finance.module.css";
import { Queue } from "./Queue";
import { DraftsToFinish, Overdue } from "./Shortlists";

/** Finance's first look: what waits for an invoice, what is half done, and what is late. */
export function FinancePage() {
  const mayBill = useMay("bill");
  return (
    <Page
      title={texts.invoices.title}
      acts={
        <>
          <Button
            variant="default"
            size="xs"
            renderRoot={(props) => <Link to="/invoices" {...props} />}
          >
            {texts.invoices.allInvoices}
          </Button>
          {mayBill ? <NewInvoice /> : null}
        </>
      }
    >
      <Figures />
      <div className={classes.columns}>
        <Queue mayBill={mayBill} />
        <div className={classes.side}>
          <Overdue />
          <DraftsToFinish />
        </div>
      </div>
    </Page>
  );
}
