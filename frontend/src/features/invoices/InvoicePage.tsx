import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useMay } from "@/workspace/session";
import { IssuedPage } from "./issued/IssuedPage";
import { invoiceQuery } from "./queries";

// Only who writes a draft needs the editor of its lines.
const DraftPage = lazy(() =>
  import("./draft/DraftPage").then((module) => ({ default: module.DraftPage })),
);

/** One invoice: a draft to be written, or what was issued and what became of it. */
export function InvoicePage() {
  const { id } = useParams({ from: "/_app/invoices/$id" });
  const { data: invoice } = useSuspenseQuery(invoiceQuery(id));
  const mayBill = useMay("bill");
  if (invoice.status === "draft" && mayBill) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <DraftPage key={id} invoice={invoice} />
      </Suspense>
    );
  }
  return <IssuedPage key={id} invoice={invoice} mayBill={mayBill} />;
}
