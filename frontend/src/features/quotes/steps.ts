import type { Quote } from "@/api/types.gen";
import { texts } from "@/texts";

/** One thing that happened to a quote, or that is waited for. */
export type Step = {
  name: string;
  /** An instant, or a calendar day. */
  at?: string;
  on?: string;
  details: string[];
  /** Where the drawn signature is. */
  drawing?: string;
  tone: "done" | "good" | "bad" | "late" | "open";
};

const words = texts.quotes;
const present = (...details: (string | null | undefined | false)[]) =>
  details.filter((detail): detail is string => Boolean(detail));

/** What became of a quote, in its order. */
export function stepsOf(quote: Quote): Step[] {
  const drafted: Step = { name: words.created, at: quote.created_at, details: [], tone: "done" };
  if (!quote.sent_at) {
    const holds: Step = {
      name: words.validUntil,
      on: quote.valid_until,
      details: [],
      tone: "open",
    };
    return [drafted, holds];
  }
  const ends = [endOf(quote)].flat();
  return [drafted, sentStep(quote, quote.sent_at), ...viewStep(quote), ...ends];
}

function sentStep(quote: Quote, at: string): Step {
  const isFailed = quote.delivery === "failed";
  return {
    name: words.statuses.sent,
    at,
    details: present(
      quote.sent_by && words.sentBy(quote.sent_by.name),
      quote.sent_to.length > 0 && words.sentTo(quote.sent_to),
      quote.delivery && words.deliveries[quote.delivery],
    ),
    tone: isFailed ? "bad" : "done",
  };
}

function viewStep(quote: Quote): Step[] {
  if (quote.viewed_at) {
    return [{ name: words.viewed, at: quote.viewed_at, details: [], tone: "done" }];
  }
  return quote.status === "sent" ? [{ name: words.notViewed, details: [], tone: "open" }] : [];
}

function endOf(quote: Quote): Step {
  switch (quote.status) {
    case "accepted":
      return acceptedStep(quote);
    case "declined":
      return {
        name: words.declinedAt,
        at: quote.declined_at ?? undefined,
        details: [quote.decline_reason ?? words.noReason],
        tone: "bad",
      };
    case "expired":
      return { name: words.expiredOn, on: quote.valid_until, details: [], tone: "late" };
    case "withdrawn":
      return { name: words.withdrawnNow, details: [], tone: "late" };
    case "superseded":
      return { name: words.superseded, details: [], tone: "late" };
    default:
      return { name: words.validUntil, on: quote.valid_until, details: [], tone: "open" };
  }
}

function acceptedStep({ id, accepted_at, signed_by, accepted_how, evidence }: Quote): Step {
  return {
    name: signed_by ? words.acceptedName(signed_by) : words.statuses.accepted,
    at: accepted_at ?? undefined,
    details: present(
      accepted_how,
      evidence?.recorded_by && words.recordedBy(evidence.recorded_by),
      evidence?.late && words.lateAcceptance,
      evidence?.address && words.address(evidence.address),
      evidence?.sha256 && words.hash(evidence.sha256),
    ),
    drawing: evidence?.drawn ? `/api/v1/quotes/${id}/signature` : undefined,
    tone: "good",
  };
}
