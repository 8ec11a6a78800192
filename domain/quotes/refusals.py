"""What a quote refuses, in words that say what to do instead."""

from domain.errors import RuleViolation


class QuoteNotDraft(RuleViolation):
    """Only a draft can be edited or removed; a sent quote is revised."""

    def __init__(self) -> None:
        super().__init__("Only a draft can be changed or removed. Revise the quote instead.")


class QuoteNotOpen(RuleViolation):
    """Only a quote that was sent and not answered yet takes this act."""


class QuoteExpired(RuleViolation):
    """The last day of the quote has passed: it is renewed, revised, or accepted late by staff."""


class QuoteIncomplete(RuleViolation):
    """A quote is sent with a customer, at least one line and a last day that is still to come."""


class QuoteSuperseded(RuleViolation):
    """Only the current revision of a quote can be revised, sent or accepted."""


class QuoteAccepted(RuleViolation):
    """An accepted quote is not replaced by a revision; another offer is another quote."""


class AcceptanceStands(RuleViolation):
    """Only an acceptance that staff recorded can be withdrawn, until an invoice is issued."""


class OpenQuote(RuleViolation):
    """Winning a lead by hand that has an open quote takes a word on what becomes of the quote."""
