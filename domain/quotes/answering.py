"""What a customer's answer does: to the quote, and to the lead behind it."""

from decimal import Decimal

from domain.leads import Activity, ActivityKind, Direction, Lead, LeadActs
from domain.pipelines import Outcome, Pipeline
from domain.quotes.model import Acceptance, Quote


def accept(
    quote: Quote,
    lead: Lead,
    pipeline: Pipeline,
    acts: LeadActs,
    given: Acceptance,
    accepted_besides: Decimal | None,
) -> None:
    """Take the customer's yes and close the lead as won, at the net sum of its accepted quotes.

    `accepted_besides` is the net sum of the lead's other accepted quotes, None where there is none.
    """
    quote.accept(given, acts.moment)
    lead.value = (accepted_besides or Decimal(0)) + quote.net_total
    if lead.outcome is not Outcome.WON:
        acts.move(lead, pipeline.stage_for(Outcome.WON), pipeline)


def withdraw_acceptance(
    quote: Quote,
    lead: Lead,
    pipeline: Pipeline,
    acts: LeadActs,
    reason: str,
    accepted_besides: Decimal | None,
) -> None:
    """Undo an acceptance that staff recorded: the quote is out again and the lead back at proposal.

    `accepted_besides` is the net sum of the lead's other accepted quotes, None where there is none.
    """
    quote.take_back_acceptance(reason)
    quote.expect_expiry(acts.moment.today)
    if accepted_besides is not None:
        lead.value = accepted_besides
    elif lead.outcome is Outcome.WON:
        lead.value = quote.net_total
        acts.move(lead, pipeline.proposal_stage, pipeline)


def decline(quote: Quote, lead: Lead, acts: LeadActs, reason: str | None, *, is_ours: bool) -> None:
    """Take the customer's no: the lead keeps its stage and is followed up today."""
    quote.decline(reason, acts.moment, is_ours=is_ours)
    if lead.is_open:
        lead.follow_up(acts.moment.today)


def ask(quote: Quote, lead: Lead, pipeline: Pipeline, acts: LeadActs, text: str) -> Activity:
    """Log a customer's question as an incoming message; an open lead is followed up today."""
    question = Activity(
        lead_id=lead.id,
        kind=ActivityKind.MESSAGE,
        direction=Direction.IN,
        body=f"About {quote.label}: {text}",
        happened_at=acts.moment.now,
        by_name=quote.customer.contact_name or quote.customer.name or acts.viewer.name,
    )
    acts.log(lead, question, pipeline, acts.moment.today if lead.is_open else None)
    return question
