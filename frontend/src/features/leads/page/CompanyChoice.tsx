import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { companiesQuery } from "../customer.queries";
import { useChangeLead } from "../queries";
import { PartyChoice } from "./PartyChoice";

/** Puts another organisation on the lead: one that is known, or a new one by name. */
export function CompanyChoice({ lead }: { lead: Lead }) {
  const [sought, seek] = useState<string>();
  const { data: found = [] } = useQuery({
    ...companiesQuery(sought ?? ""),
    enabled: sought !== undefined,
  });
  const change = useChangeLead(lead.id);
  return (
    <PartyChoice
      label={lead.company ? texts.lead.otherCompany : texts.lead.noCompany}
      find={texts.lead.findCompany}
      found={found.map(({ id, name, address }) => ({ id, name, hint: address.city ?? "" }))}
      onSeek={seek}
      onChoose={(id) => change.mutate({ change: { company_id: id } })}
      onMake={(name) => change.mutate({ change: { company: { name } } })}
      onDetach={lead.company ? () => change.mutate({ change: { company_id: null } }) : undefined}
    />
  );
}
