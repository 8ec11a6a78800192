import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMay } from "@/workspace/session";
import { DraftPage } from "./draft/DraftPage";
import { IssuedPage } from "./issued/IssuedPage";
import { invoiceQuery } from "./queries";

/** One invoice: a draft to be written, or what was issued and what became of it. */
export function InvoicePage() {
  const { id } = useParams({ from: "/_app/invoices/$id" });
  const { data: invoice } = useSuspenseQuery(invoiceQuery(id));
  const mayBill = useMay("bill");
  if (invoice.status === "draft" && mayBill) return <DraftPage key={id} invoice={invoice} />;
  return <IssuedPage key={id} invoice={invoice} mayBill={mayBill} />;
}
