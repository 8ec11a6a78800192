import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Lead } from "@/api/types.gen";
import { money } from "@/lib/format";
import { texts } from "@/texts";
import { IconMail, IconPhone } from "@/ui/icons";
import { FollowUpField } from "../fields/FollowUpField";
import { StageField } from "../fields/StageField";
import classes from "./cards.module.css";
import { Signs } from "./Title";

/** One lead as a card: what it is, what it is worth, when to be in touch, and how. */
export const LeadCard = memo(function LeadCard({ lead }: { lead: Lead }) {
  return (
    <article className={classes.card}>
      <div className={classes.top}>
        <Link to="/leads/$id" params={{ id: lead.id }} className={classes.title}>
          {lead.title}
        </Link>
        <Signs lead={lead} />
        <span className={classes.value}>{money(lead.value, lead.currency)}</span>
      </div>
      <p className={classes.customer}>{customer(lead)}</p>
      <div className={classes.foot}>
        <StageField lead={lead} />
        <FollowUpField lead={lead} />
        <Contact lead={lead} />
      </div>
    </article>
  );
});

function customer({ company, contact, owner }: Lead): string {
  const names = [company?.name, contact?.name].filter(Boolean).join(" · ");
  return names || owner.name;
}

function Contact({ lead: { contact } }: { lead: Lead }) {
  if (!contact) return null;
  return (
    <span className={classes.ways}>
      {contact.phone ? (
        <a
          className={classes.way}
          href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}
          aria-label={texts.leads.call(contact.name)}
        >
          <IconPhone size={18} stroke={1.7} />
        </a>
      ) : null}
      {contact.email ? (
        <a
          className={classes.way}
          href={`mailto:${contact.email}`}
          aria-label={texts.leads.mail(contact.name)}
        >
          <IconMail size={18} stroke={1.7} />
        </a>
      ) : null}
    </span>
  );
}
