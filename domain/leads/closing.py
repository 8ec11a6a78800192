"""Who else has a word when a lead is won or lost by hand.

Quotes hang on leads and come later in the import order, so leads cannot ask them. A later noun
registers its rule here when it is imported; `LeadChanges` consults every rule before the lead
moves. A rule refuses, or does to its own records what closing the lead means for them.
"""

from collections.abc import Callable
from enum import StrEnum

from domain.leads.acting import LeadActs
from domain.leads.model import Lead
from domain.pipelines import Stage


class OpenOffers(StrEnum):
    """What becomes of offers that are out when their lead is won without them."""

    KEEP = "keep"
    WITHDRAW = "withdraw"


ClosingRule = Callable[[LeadActs, Lead, Stage, OpenOffers | None], None]

_rules: list[ClosingRule] = []


def before_closing(rule: ClosingRule) -> None:
    """Have a rule consulted before a lead is won or lost by hand."""
    _rules.append(rule)


def consult(acts: LeadActs, lead: Lead, stage: Stage, wish: OpenOffers | None) -> None:
    """Ask every rule whether the lead may close in a stage, and let it do its part."""
    for rule in _rules:
        rule(acts, lead, stage, wish)
