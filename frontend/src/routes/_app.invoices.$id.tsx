import { createFileRoute } from "@tanstack/react-router";
import { InvoicePage } from "@/features/invoices/InvoicePage";

export const Route = createFileRoute("/_app/invoices/$id")({ component: InvoicePage });
