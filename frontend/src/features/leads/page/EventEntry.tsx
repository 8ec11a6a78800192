import { Link } from "@tanstack/react-router";
import type { Lead, LostReason, Stage, TimelineEntry } from "@/api/types.gen";
import { day, instant, money, timeOfDay } from "@/lib/format";
import { texts } from "@/texts";
import { useStages } from "@/workspace/reference";
import { lookOf } from "./eventLooks";
import classes from "./Timeline.module.css";

/** Something that happened, in words; a quote or an invoice is a click away. */
export function EventEntry({ entry, lead }: { entry: TimelineEntry; lead: Lead }) {
  const stages = useStages();
  const words = inWords(entry, lead, stages);
  const { Icon, tone } = lookOf(entry.action);
  return (
    <li className={classes.entry} data-kind="event" data-tone={tone}>
      <span className={classes.icon}>
        <Icon size={14} stroke={1.8} aria-hidden />
      </span>
      <p className={classes.event}>
        <Target entry={entry}>{words}</Target>
        <span className={classes.by}>
          {entry.by}
          <time dateTime={entry.at} title={instant(entry.at)}>
            {timeOfDay(entry.at)}
          </time>
        </span>
      </p>
    </li>
  );
}

function Target({ entry, children }: { entry: TimelineEntry; children: string }) {
  const invoiceId = entry.entity === "invoice" ? entry.entity_id : entry.details.invoice_id;
  if (entry.action.endsWith(".deleted")) return <span>{children}</span>;
  if (entry.entity === "quote" && entry.entity_id)
    return (
      <Link to="/quotes/$id" params={{ id: entry.entity_id }} className={classes.link}>
        {children}
      </Link>
    );
  if (typeof invoiceId === "string")
    return (
      <Link to="/invoices/$id" params={{ id: invoiceId }} className={classes.link}>
        {children}
      </Link>
    );
  return <span>{children}</span>;
}

/** A recorded event in words; one that is not known yet by its own name. */
export function inWords(entry: TimelineEntry, lead: Lead, stages: Stage[]): string {
  const say = texts.lead.events[entry.action];
  return say ? say(told(entry, lead, stages)) : entry.action.replace(/[._]/g, " ");
}

// Details as people read them: stages by name, amounts and days in their notation.
function told({ details }: TimelineEntry, lead: Lead, stages: Stage[]) {
  const text = (name: string) => (details[name] === undefined ? undefined : String(details[name]));
  const amount = (name: string) => {
    const value = text(name);
    return value && money(value, text("currency") ?? lead.currency);
  };
  const stage = (key: string | undefined) => stages.find((one) => one.key === key)?.name ?? key;
  const until = text("until");
  return {
    number: text("number"),
    replaces: text("replaces"),
    via: text("via"),
    how: text("how"),
    error: text("error"),
    from: stage(text("from")),
    to: Array.isArray(details.to) ? details.to.join(", ") : stage(text("to")),
    reason: texts.leads.reasons[text("lost_reason") as LostReason],
    until: until && day(until),
    amount: amount("amount"),
    balance: amount("balance"),
  };
}
