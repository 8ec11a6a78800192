import { createFileRoute } from "@tanstack/react-router";
import { InvoicesPage } from "@/features/invoices/log/InvoicesPage";
import { readSearch } from "@/features/invoices/log/search";

export const Route = createFileRoute("/_app/invoices/")({
  validateSearch: readSearch,
  component: InvoicesPage,
});
