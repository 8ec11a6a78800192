import { createFileRoute } from "@tanstack/react-router";
import { CreditNotePage } from "@/features/invoices/credit/CreditNotePage";

export const Route = createFileRoute("/_app/credit-notes/$id")({ component: CreditNotePage });
