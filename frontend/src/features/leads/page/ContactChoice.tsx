import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { contactsQuery } from "../customer.queries";
import { useChangeLead } from "../queries";
import { PartyChoice } from "./PartyChoice";

/** Puts another person on the lead: one who is known, or a new one by name or e-mail. */
export function ContactChoice({ lead }: { lead: Lead }) {
  const [sought, seek] = useState<string>();
  const { data: found = [] } = useQuery({
    ...contactsQuery(sought ?? ""),
    enabled: sought !== undefined,
  });
  const change = useChangeLead(lead.id);
  return (
    <PartyChoice
      label={lead.contact ? texts.lead.otherContact : texts.lead.noContact}
      find={texts.lead.findContact}
      found={found.map(({ id, name, email, company }) => ({
        id,
        name,
        hint: [email, company?.name].filter(Boolean).join(" · "),
      }))}
      onSeek={seek}
      onChoose={(id) => change.mutate({ change: { contact_id: id } })}
      onMake={(name) =>
        change.mutate({ change: { contact: name.includes("@") ? { email: name } : { name } } })
      }
      onDetach={lead.contact ? () => change.mutate({ change: { contact_id: null } }) : undefined}
    />
  );
}
