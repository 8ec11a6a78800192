import { Button } from "@mantine/core";
import type { Lead } from "@/api/types.gen";
import { texts } from "@/texts";
import { IconMail, IconPhone } from "@/ui/icons";
import { useToday } from "@/workspace/today";
import { FollowUpField, followUpOn, nearDays, useMayPlan } from "../fields/FollowUpField";
import { useChangeLead } from "../queries";
import classes from "./FollowUp.module.css";
import type { Opened } from "./useLeadKeys";

/** When to be in touch next, with the usual days a click away, and how to be in touch now. */
export function FollowUp({ lead, opened }: { lead: Lead; opened: Opened }) {
  const today = useToday();
  return (
    <section
      className={classes.bar}
      data-due={lead.follow_up ?? undefined}
      aria-label={texts.lead.followUp}
    >
      <div className={classes.when}>
        <h2 className={classes.label}>{labelOf(lead)}</h2>
        {lead.outcome === "open" ? (
          <FollowUpField key={opened} lead={lead} startOpened={opened > 0} />
        ) : (
          <span className={classes.none}>{texts.lead.noFollowUp}</span>
        )}
      </div>
      <Presets lead={lead} today={today} />
      <InTouch lead={lead} />
    </section>
  );
}

function Presets({ lead, today }: { lead: Lead; today: string }) {
  const change = useChangeLead(lead.id);
  if (!useMayPlan(lead)) return null;
  return (
    <div className={classes.presets}>
      {nearDays(today).map(({ label, day }) => (
        <Button
          key={label}
          size="xs"
          variant="default"
          disabled={lead.next_follow_up_on === day}
          onClick={() => change.mutate(followUpOn(day, today))}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

function InTouch({ lead: { contact } }: { lead: Lead }) {
  if (!contact?.phone && !contact?.email) return null;
  return (
    <div className={classes.touch}>
      {contact.phone ? (
        <Button
          component="a"
          size="xs"
          variant="light"
          href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}
          leftSection={<IconPhone size={14} aria-hidden />}
          aria-label={texts.lead.call(contact.phone)}
        >
          {texts.lead.callShort}
        </Button>
      ) : null}
      {contact.email ? (
        <Button
          component="a"
          size="xs"
          variant="light"
          href={`mailto:${contact.email}`}
          leftSection={<IconMail size={14} aria-hidden />}
          aria-label={texts.lead.mail(contact.email)}
        >
          {texts.lead.mailShort}
        </Button>
      ) : null}
    </div>
  );
}

function labelOf(lead: Lead): string {
  if (lead.follow_up === "overdue") return texts.lead.overdue;
  return lead.cold ? texts.lead.goingCold : texts.lead.followUp;
}
