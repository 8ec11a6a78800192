import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconHourglass, IconLock, IconSnowflake } from "@/ui/icons";
import classes from "./table.module.css";

/** A lead's name as the way to its page, with the signs of what is amiss. */
export function Title({ lead }: { lead: Lead }) {
  return (
    <>
      <a className={classes.title} href={`/leads/${lead.id}`} data-open tabIndex={-1}>
        {lead.title}
      </a>
      <Signs lead={lead} />
    </>
  );
}

/** Private, cold and stalled at a glance. */
export function Signs({ lead }: { lead: Lead }) {
  if (lead.visibility === "public" && !lead.cold && !lead.stalled) return null;
  return (
    <span className={classes.signs}>
      {lead.visibility === "private" ? (
        <Sign says={texts.leads.private} icon={<IconLock size={13} stroke={1.8} />} />
      ) : null}
      {lead.cold ? (
        <Sign kind="cold" says={texts.leads.cold} icon={<IconSnowflake size={13} stroke={1.8} />} />
      ) : null}
      {lead.stalled ? (
        <Sign
          kind="stalled"
          says={texts.leads.stalled}
          icon={<IconHourglass size={13} stroke={1.8} />}
        />
      ) : null}
    </span>
  );
}

type SignProps = { kind?: string; says: string; icon: React.ReactNode };

function Sign({ kind, says, icon }: SignProps) {
  return (
    <span className={classes.sign} data-kind={kind} role="img" aria-label={says} title={says}>
      {icon}
    </span>
  );
}
