"""Quotes: numbered, expiring offers made from a lead."""

from domain.quotes.model import (
    Quote,
    QuoteLine,
    QuoteState,
)

__all__ = [
    "Quote",
    "QuoteLine",
    "QuoteState",
]
