"""Quotes: numbered, expiring offers made from a lead."""

from domain.quotes.answering import accept, ask, decline, withdraw_acceptance
from domain.quotes.closing import settle_open_quotes
from domain.quotes.drafting import change_draft, draft_quote, revision_of, usual_last_day
from domain.quotes.expiring import note_expiry, warn_before_expiry
from domain.quotes.link import token_hash, token_of
from domain.quotes.model import (
    Acceptance,
    Quote,
    QuoteLine,
    QuoteState,
    label_of,
    status_of,
)
from domain.quotes.permitted import QuoteAct, acts_on
from domain.quotes.refusals import (
    AcceptanceStands,
    OpenQuote,
    QuoteAccepted,
    QuoteExpired,
    QuoteIncomplete,
    QuoteNotDraft,
    QuoteNotOpen,
    QuoteSuperseded,
)
from domain.quotes.repository import QuoteRepository, delivery
from domain.quotes.sending import Sending, follow_up_after_sending, send, take_place

__all__ = [
    "Acceptance",
    "AcceptanceStands",
    "OpenQuote",
    "Quote",
    "QuoteAccepted",
    "QuoteAct",
    "QuoteExpired",
    "QuoteIncomplete",
    "QuoteLine",
    "QuoteNotDraft",
    "QuoteNotOpen",
    "QuoteRepository",
    "QuoteState",
    "QuoteSuperseded",
    "Sending",
    "accept",
    "acts_on",
    "ask",
    "change_draft",
    "decline",
    "delivery",
    "draft_quote",
    "follow_up_after_sending",
    "label_of",
    "note_expiry",
    "revision_of",
    "send",
    "settle_open_quotes",
    "status_of",
    "take_place",
    "token_hash",
    "token_of",
    "usual_last_day",
    "warn_before_expiry",
    "withdraw_acceptance",
]
