import { Link } from "@tanstack/react-router";
import type { Lead } from "@/api/types.gen";
import { daysBetween } from "@/lib/days";
import { money, shortDay } from "@/lib/format";
import { texts } from "@/texts";
import { IconHourglass, IconLock, IconSnowflake } from "@/ui/icons";
import { useToday } from "@/workspace/today";
import { FollowUpShown } from "../fields/FollowUpShown";
import classes from "./Card.module.css";

type Props = {
  lead: Lead;
  isLinked?: boolean;
  isMovable?: boolean;
  /** In the hand: drawn above the board. */
  isLifted?: boolean;
};

/** What a card tells at a glance. */
export function CardFace({ lead, isLinked, isMovable, isLifted }: Props) {
  const customer = [lead.company?.name, lead.contact?.name].filter(Boolean).join(" · ");
  return (
    <article className={classes.face} data-lifted={isLifted || undefined}>
      <h3 className={classes.title}>
        {isLinked ? (
          <Link
            to="/leads/$id"
            params={{ id: lead.id }}
            className={classes.link}
            draggable={false}
            aria-describedby={isMovable ? HOW_TO_MOVE : undefined}
          >
            {lead.title}
          </Link>
        ) : (
          lead.title
        )}
      </h3>
      <p className={classes.customer} title={customer}>
        {customer || texts.ui.none}
      </p>
      <Foot lead={lead} />
    </article>
  );
}

/** The id of the words that tell how a card is moved by keys. */
export const HOW_TO_MOVE = "how-to-move-a-card";

function Foot({ lead }: { lead: Lead }) {
  const today = useToday();
  return (
    <div className={classes.foot}>
      <span className={classes.value} data-none={Number(lead.value) === 0 || undefined}>
        {money(lead.value, lead.currency)}
      </span>
      <Marks lead={lead} today={today} />
      <span className={classes.when}>
        {lead.outcome === "open" ? (
          <FollowUpShown lead={lead} today={today} />
        ) : (
          <Closed lead={lead} />
        )}
      </span>
      <abbr className={classes.owner} title={texts.board.ownedBy(lead.owner.name)}>
        {initials(lead.owner.name)}
      </abbr>
    </div>
  );
}

function Marks({ lead, today }: { lead: Lead; today: string }) {
  const isCold = lead.cold && lead.follow_up !== "overdue";
  return (
    <span className={classes.marks}>
      {lead.visibility === "private" ? (
        <IconLock size={13} role="img" aria-label={texts.board.private} />
      ) : null}
      {isCold ? <IconSnowflake size={13} role="img" aria-label={texts.board.cold} /> : null}
      {lead.stalled ? (
        <IconHourglass
          size={13}
          role="img"
          aria-label={texts.board.stalled(daysBetween(lead.stage_entered_on, today))}
        />
      ) : null}
    </span>
  );
}

function Closed({ lead }: { lead: Lead }) {
  const why = lead.lost_reason ? texts.leads.reasons[lead.lost_reason] : null;
  return (
    <span className={classes.closed} title={why ?? undefined}>
      {why ?? (lead.closed_at ? shortDay(lead.closed_at.slice(0, 10)) : null)}
    </span>
  );
}

/** The letters of a person's name: first and last word; one letter of a single word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = (word: string | undefined) => [...(word ?? "")][0] ?? "";
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : "")).toUpperCase();
}
