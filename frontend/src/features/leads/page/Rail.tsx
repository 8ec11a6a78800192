import type { ReactNode } from "react";
import type { Lead } from "@/api/types.gen";
import { dayOf } from "@/lib/days";
import { count, day, instant } from "@/lib/format";
import { texts } from "@/texts";
import { IconChevronRight } from "@/ui/icons";
import { ExpectedCloseField } from "../fields/ExpectedCloseField";
import { rightsTo } from "../fields/rights";
import { TagsField } from "../fields/TagsField";
import { TextField } from "../fields/TextField";
import { Customer } from "./Customer";
import classes from "./Rail.module.css";
import { WhoSees } from "./WhoSees";

type RailProps = { lead: Lead; children: ReactNode };

/** What is known of a lead beside its story, with its quotes and invoices in between. */
export function Rail({ lead, children }: RailProps) {
  return (
    <aside className={classes.rail} aria-label={texts.lead.facts}>
      <Customer lead={lead} />
      {children}
      <Facts lead={lead} />
      <WhoSees lead={lead} />
    </aside>
  );
}

/** The same on a phone, behind a fold. */
export function Fold({ lead }: { lead: Lead }) {
  return (
    <details className={classes.fold}>
      <summary className={classes.summary}>
        <IconChevronRight size={16} aria-hidden />
        {texts.lead.facts}
      </summary>
      <Customer lead={lead} />
      <Facts lead={lead} />
      <WhoSees lead={lead} />
    </details>
  );
}

function Facts({ lead }: { lead: Lead }) {
  const { edit, plan } = rightsTo(lead);
  return (
    <section className={classes.part} aria-label={texts.lead.facts}>
      <h2 className={classes.title}>{texts.lead.facts}</h2>
      {plan && !edit ? <p className={classes.sentence}>{texts.leads.readOnly}</p> : null}
      <dl className={classes.facts}>
        <Fact label={texts.leads.fieldNames.expected_close_on}>
          <ExpectedCloseField lead={lead} />
        </Fact>
        <Fact label={texts.leads.fieldNames.source}>
          <TextField lead={lead} name="source" />
        </Fact>
        <Fact label={texts.leads.fieldNames.tags}>
          <TagsField lead={lead} />
        </Fact>
        <Fact label={texts.lead.lastContact}>
          <Fixed>
            {lead.last_contacted_at ? (
              <time dateTime={lead.last_contacted_at}>{instant(lead.last_contacted_at)}</time>
            ) : (
              texts.lead.never
            )}
          </Fixed>
        </Fact>
        <Fact label={texts.lead.attempts}>
          <Fixed>{count(lead.attempts)}</Fixed>
        </Fact>
        <Fact label={texts.lead.created}>
          <Fixed>{day(dayOf(lead.created_at))}</Fixed>
        </Fact>
        <Fact label={texts.lead.id}>
          <TextField lead={lead} name="external_id" />
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}

function Fixed({ children }: { children: ReactNode }) {
  return <span className={classes.fixed}>{children}</span>;
}
