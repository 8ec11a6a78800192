import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { texts } from "@/texts";
import { IconArrowRight } from "@/ui/icons";
import { billedQuoteQuery } from "./queries";

/** The quote that an invoice bills, by its label. */
export function FromQuote({ id }: { id: string }) {
  const { data } = useQuery(billedQuoteQuery(id));
  return (
    <Link to="/quotes/$id" params={{ id }}>
      {data?.label ?? texts.invoices.quote} <IconArrowRight size={13} aria-hidden />
    </Link>
  );
}
