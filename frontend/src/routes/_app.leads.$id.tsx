import { createFileRoute } from "@tanstack/react-router";
import { LeadInvoices } from "@/features/invoices/LeadInvoices";
import { LeadPage } from "@/features/leads/page/LeadPage";
import { LeadQuotes, useNewQuote } from "@/features/quotes/LeadQuotes";

export const Route = createFileRoute("/_app/leads/$id")({ component: Lead });

function Lead() {
  const { id } = Route.useParams();
  const { begin } = useNewQuote(id);
  return (
    <LeadPage
      id={id}
      quotes={<LeadQuotes leadId={id} />}
      invoices={<LeadInvoices leadId={id} />}
      onNewQuote={begin}
    />
  );
}
