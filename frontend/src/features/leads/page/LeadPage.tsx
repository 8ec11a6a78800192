import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import type { Lead } from "@/api/types.gen";
import { refusalOf } from "@/lib/problem";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Missing } from "@/ui/Missing";
import { usePhone } from "@/ui/usePhone";
import { leadQuery } from "../queries";
import { knownLead } from "../shown";
import { refreshTimeline } from "../timeline.queries";
import { FollowUp } from "./FollowUp";
import { Head } from "./Head";
import classes from "./LeadPage.module.css";
import { LeadSkeleton } from "./LeadSkeleton";
import { LogLine } from "./LogLine";
import { Fold, Rail } from "./Rail";
import { Section } from "./Section";
import { StagePath } from "./StagePath";
import { Tasks } from "./Tasks";
import { Timeline } from "./Timeline";
import { useLeadKeys } from "./useLeadKeys";

type Slots = {
  /** The lead's quotes, made by the route, since they are another feature's. */
  quotes?: ReactNode;
  invoices?: ReactNode;
  /** Drafts a quote, for the key. */
  onNewQuote?: () => void;
};

const GONE = [404, 422];

/** One lead with everything that is done with it, from first contact to paid invoice. */
export function LeadPage({ id, ...slots }: Slots & { id: string }) {
  const queries = useQueryClient();
  const lead = useQuery({ ...leadQuery(id), placeholderData: () => knownLead(queries, id) });
  if (lead.isError && GONE.includes(refusalOf(lead.error).status)) return <Missing />;
  if (lead.data) return <Known key={id} lead={lead.data} {...slots} />;
  if (lead.isError) return <Broken error={lead.error} reset={() => lead.refetch()} />;
  return <LeadSkeleton />;
}

function Known({ lead, quotes, invoices, onNewQuote }: Slots & { lead: Lead }) {
  useFreshTimeline(lead);
  const isPhone = usePhone();
  const keys = useLeadKeys(onNewQuote);
  const documents = (
    <>
      {quotes ? <Section title={texts.lead.quotes}>{quotes}</Section> : null}
      {invoices ? <Section title={texts.lead.invoices}>{invoices}</Section> : null}
    </>
  );
  return (
    <div className={classes.page}>
      <Head lead={lead} opened={keys.title} stageOpened={keys.stage} />
      <StagePath lead={lead} />
      <div className={classes.body}>
        <div className={classes.story}>
          <FollowUp lead={lead} opened={keys.followUp} />
          <LogLine lead={lead} opened={keys.log} />
          <Tasks lead={lead} />
          {isPhone ? documents : null}
          {isPhone ? <Fold lead={lead} /> : null}
          <Timeline lead={lead} />
        </div>
        {isPhone ? null : <Rail lead={lead}>{documents}</Rail>}
      </div>
    </div>
  );
}

// Whatever changed the lead stands in its timeline too: moves, logged contacts, answered quotes.
function useFreshTimeline({ id, version }: Lead) {
  const queries = useQueryClient();
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    refreshTimeline(queries, id).catch(() => undefined);
  }, [queries, id, version]);
}
