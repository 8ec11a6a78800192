import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconBuilding, IconMail, IconPhone, IconUser } from "@/ui/icons";
import { useMay } from "@/workspace/session";
import { rightsTo } from "../fields/rights";
import { CompanyChoice } from "./CompanyChoice";
import { CompanyDialog } from "./CompanyDialog";
import { ContactChoice } from "./ContactChoice";
import { ContactDialog } from "./ContactDialog";
import classes from "./Rail.module.css";

/** To whom the deal would be sold: the person with ways to reach them, and the organisation. */
export function Customer({ lead }: { lead: Lead }) {
  return (
    <section className={classes.part} aria-label={texts.lead.customer}>
      <h2 className={classes.title}>{texts.lead.customer}</h2>
      <Person lead={lead} />
      <Organisation lead={lead} />
    </section>
  );
}

function Person({ lead }: { lead: Lead }) {
  const { edit } = rightsTo(lead);
  const mayWrite = useMay("write_customers");
  const [isEdited, setEdited] = useState(false);
  const { contact } = lead;
  return (
    <div className={classes.party}>
      <IconUser size={15} className={classes.sign} aria-hidden />
      <div className={classes.partyBody}>
        {contact && mayWrite ? (
          <UnstyledButton
            className={classes.name}
            aria-label={texts.lead.editContact(contact.name)}
            onClick={() => setEdited(true)}
          >
            {contact.name}
          </UnstyledButton>
        ) : (
          <span className={classes.fixedName}>{contact?.name}</span>
        )}
        {contact?.email ? (
          <a className={classes.way} href={`mailto:${contact.email}`}>
            <IconMail size={13} aria-hidden />
            {contact.email}
          </a>
        ) : null}
        {contact?.phone ? (
          <a className={classes.way} href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>
            <IconPhone size={13} aria-hidden />
            {contact.phone}
          </a>
        ) : null}
        {edit ? <ContactChoice lead={lead} /> : null}
      </div>
      {contact && isEdited ? (
        <ContactDialog id={contact.id} onClose={() => setEdited(false)} />
      ) : null}
    </div>
  );
}

function Organisation({ lead }: { lead: Lead }) {
  const { edit } = rightsTo(lead);
  const mayWrite = useMay("write_customers");
  const [isEdited, setEdited] = useState(false);
  const { company } = lead;
  return (
    <div className={classes.party}>
      <IconBuilding size={15} className={classes.sign} aria-hidden />
      <div className={classes.partyBody}>
        {company && mayWrite ? (
          <UnstyledButton
            className={classes.name}
            aria-label={texts.lead.editCompany(company.name)}
            onClick={() => setEdited(true)}
          >
            {company.name}
          </UnstyledButton>
        ) : (
          <span className={classes.fixedName}>{company?.name}</span>
        )}
        {edit ? <CompanyChoice lead={lead} /> : null}
      </div>
      {company && isEdited ? (
        <CompanyDialog id={company.id} onClose={() => setEdited(false)} />
      ) : null}
    </div>
  );
}
