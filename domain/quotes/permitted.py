"""What may be done to a quote now, and by whom: asked of the very rules that the acts obey."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.errors import NotAllowed, RuleViolation
from domain.leads import Lead, demand_contribution, demand_writing
from domain.quotes.drafting import demand_revisable
from domain.quotes.model import Quote, QuoteState
from domain.users import Right, Viewer


class QuoteAct(StrEnum):
    """One thing that can be done to a quote."""

    CHANGE = "change"
    SEND = "send"
    DELETE = "delete"
    RESEND = "resend"
    REVISE = "revise"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW_ACCEPTANCE = "withdraw_acceptance"
    INVOICE = "invoice"


@dataclass(frozen=True, slots=True)
class _Asked:
    """The quote with its lead, which is None for those who see only the billing side of it."""

    quote: Quote
    lead: Lead | None
    viewer: Viewer
    today: date


def acts_on(quote: Quote, lead: Lead | None, viewer: Viewer, today: date) -> list[QuoteAct]:
    """What the viewer may do to the quote today, where the lead is None if it is hidden."""
    asked = _Asked(quote, lead, viewer, today)
    return [act for act, rule in _RULES.items() if _is_allowed(rule, asked)]


def _is_allowed(rule: Callable[[_Asked], None], asked: _Asked) -> bool:
    try:
        rule(asked)
    except (RuleViolation, NotAllowed):
        return False
    return True


def _contributing(rule: Callable[[_Asked], None]) -> Callable[[_Asked], None]:
    """A rule for those who may quote on the lead."""

    def demand(asked: _Asked) -> None:
        asked.viewer.demand(Right.CONTRIBUTE)
        if asked.lead is None:
            raise NotAllowed("This lead is not yours to quote on.")
        demand_contribution(asked.lead, asked.viewer)
        rule(asked)

    return demand


def _accept(asked: _Asked) -> None:
    if asked.lead is not None:
        demand_writing(asked.lead, asked.viewer)
    asked.quote.demand_open()


def _withdraw_acceptance(asked: _Asked) -> None:
    asked.viewer.demand(Right.WITHDRAW_ACCEPTANCE)
    asked.quote.demand_acceptance_revocable()


def _invoice(asked: _Asked) -> None:
    if asked.quote.state is not QuoteState.ACCEPTED:
        raise RuleViolation("Only an accepted quote is invoiced.")
    if not asked.viewer.may(Right.BILL):
        _contributing(lambda _: None)(asked)


_RULES: dict[QuoteAct, Callable[[_Asked], None]] = {
    QuoteAct.CHANGE: _contributing(lambda asked: asked.quote.demand_draft()),
    QuoteAct.SEND: _contributing(lambda asked: asked.quote.demand_draft()),
    QuoteAct.DELETE: _contributing(lambda asked: asked.quote.demand_draft()),
    QuoteAct.RESEND: _contributing(lambda asked: asked.quote.demand_resendable(asked.today)),
    QuoteAct.REVISE: _contributing(lambda asked: demand_revisable(asked.quote)),
    QuoteAct.EXTEND: _contributing(lambda asked: asked.quote.demand_open()),
    QuoteAct.WITHDRAW: _contributing(lambda asked: asked.quote.demand_open()),
    QuoteAct.ACCEPT: _contributing(_accept),
    QuoteAct.DECLINE: _contributing(lambda asked: asked.quote.demand_open()),
    QuoteAct.WITHDRAW_ACCEPTANCE: _contributing(_withdraw_acceptance),
    QuoteAct.INVOICE: _invoice,
}
