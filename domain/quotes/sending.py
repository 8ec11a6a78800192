"""Sending a quote: one act that moves the lead and plans the next follow-up, all or nothing."""

from dataclasses import dataclass
from datetime import date

from domain.calendar import add_working_days
from domain.documents import StoredDocument
from domain.leads import Lead, LeadActs
from domain.pipelines import Outcome, Pipeline
from domain.quotes.link import new_nonce, token_hash, token_of
from domain.quotes.model import Quote, QuoteState
from domain.quotes.refusals import QuoteAccepted
from domain.quotes.repository import QuoteRepository

FOLLOW_UP_DAYS = 3
"""Working days after which a sent quote is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How a quote is sent; `next_follow_up_on` is what was agreed instead of the usual day."""

    to: tuple[str, ...]
    update_value: bool = True
    next_follow_up_on: date | None = None
    is_elsewhere: bool = False


def send(
    quote: Quote,
    lead: Lead,
    pipeline: Pipeline,
    acts: LeadActs,
    sending: Sending,
    document: StoredDocument,
    key: bytes,
) -> None:
    """Freeze the offer, stamp it, give it its link, and take the lead along.

    Whoever calls this has claimed lead and quote, and made sure that `document` shows this version.
    """
    quote.demand_draft()
    quote.demand_complete(acts.moment.today)
    quote.stamp(acts.moment, acts.viewer, list(sending.to))
    quote.document_id = document.id
    quote.link_nonce = new_nonce()
    quote.link_hash = token_hash(token_of(quote.id, quote.link_nonce, key))
    _take_the_lead_along(quote, lead, pipeline, acts, sending)
    quote.happened(
        "quote.sent",
        number=quote.label,
        to=list(sending.to),
        via="elsewhere" if sending.is_elsewhere else "email",
        sha256=document.sha256,
        net_total=quote.net_total,
    )


def take_place(quote: Quote, quotes: QuoteRepository) -> None:
    """Let a revision that goes out take the place of the one before it."""
    former = quotes.claim_current(quote.number)
    if former is None or former is quote:
        return
    if former.state is QuoteState.ACCEPTED:
        raise QuoteAccepted(
            f"{former.label} has been accepted, so no revision replaces it. Remove this draft."
        )
    former.supersede()
    quotes.session.flush()
    quote.is_current = True


def follow_up_after_sending(sent_on: date, valid_until: date, agreed: date | None) -> date:
    """Three working days ahead, but before the last day of the offer and not later than agreed.

    What was agreed for today or before is done by the sending itself.
    """
    usual = add_working_days(sent_on, FOLLOW_UP_DAYS)
    latest = max(sent_on, add_working_days(valid_until, -1))
    planned = min(usual, latest)
    return min(agreed, planned) if agreed is not None and agreed > sent_on else planned


def _take_the_lead_along(
    quote: Quote, lead: Lead, pipeline: Pipeline, acts: LeadActs, sending: Sending
) -> None:
    """Contact counted, value set, proposal stage entered; a won lead stays as it was won."""
    agreed = lead.next_follow_up_on
    lead.contacted(acts.moment.now, acts.moment, reached=True, outgoing=True)
    if lead.outcome is not Outcome.WON:
        if sending.update_value:
            lead.value = quote.net_total
        stage, proposal = pipeline.stage_by_id(lead.stage_id), pipeline.proposal_stage
        if not pipeline.is_further(stage, proposal):
            acts.move(lead, proposal, pipeline)
    if sending.next_follow_up_on is not None:
        lead.follow_up(sending.next_follow_up_on)
    elif lead.is_open:
        lead.follow_up(follow_up_after_sending(acts.moment.today, quote.valid_until, agreed))
