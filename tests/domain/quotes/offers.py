"""Quotes and leads for rules that need no database."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from domain.calendar import Moment
from domain.documents import Party, StoredDocument, TaxCategory, WantedLine, price, write_lines
from domain.leads import Lead, LeadActs
from domain.pipelines import Outcome, Pipeline, default_pipeline
from domain.quotes import Quote, QuoteLine, QuoteState, Sending, send
from domain.users import SYSTEM

MONDAY = Moment(datetime(2026, 11, 23, 11, tzinfo=UTC), "Europe/Berlin")
KEY = b"a key of the tests"


def a_line(**facts: Any) -> WantedLine:
    """One hundred net at 19 %."""
    usual: dict[str, Any] = {
        "description": "Retrofit",
        "quantity": Decimal(1),
        "unit": "pc",
        "unit_price": Decimal(100),
        "tax_rate": Decimal(19),
        "tax_category": TaxCategory.STANDARD,
    }
    return WantedLine(**{**usual, **facts})


def a_quote(**facts: Any) -> Quote:
    """A draft of 100.00 that holds for thirty days."""
    usual: dict[str, Any] = {
        "lead_id": uuid4(),
        "number": "Q-2026-0001",
        "currency": "EUR",
        "valid_until": date(2026, 12, 23),
        "customer": Party(name="Northwind Traders"),
        "created_at": MONDAY.now,
    }
    quote = Quote(**{**usual, **facts})
    write_lines(quote.lines, [a_line()], QuoteLine)
    price(quote, quote.lines)
    return quote


def a_sent_quote(**facts: Any) -> Quote:
    """A quote that is out since Monday."""
    return a_quote(state=QuoteState.SENT, issued_on=MONDAY.today, **facts)


def pipeline() -> Pipeline:
    """The default stages, with ids."""
    made = default_pipeline()
    for stage in made.all_stages:
        stage.id = uuid4()
    return made


def a_lead(steps: Pipeline, stage: str = "qualified", **facts: Any) -> Lead:
    """A lead in a stage."""
    at = steps.stage(stage)
    usual: dict[str, Any] = {
        "title": "CNC retrofit",
        "owner_id": uuid4(),
        "pipeline_id": steps.id,
        "stage_id": at.id,
        "outcome": at.outcome,
        "value": Decimal("1250.00"),
        "currency": "EUR",
        "created_at": MONDAY.now,
        "created_on": MONDAY.today,
        "stage_entered_at": MONDAY.now,
        "stage_entered_on": MONDAY.today,
        "closed_at": None if at.outcome is Outcome.OPEN else MONDAY.now,
        "next_follow_up_on": date(2027, 1, 15) if at.is_open else None,
    }
    return Lead(**{**usual, **facts})


def acts(moment: Moment = MONDAY) -> LeadActs:
    """Acts that nobody will write down."""
    return LeadActs(Session(), SYSTEM, moment)


def a_document(quote: Quote) -> StoredDocument:
    """A frozen PDF."""
    return StoredDocument(
        source_id=quote.id, name="Q.pdf", sha256="f" * 64, content=b"%PDF", created_at=MONDAY.now
    )


def sent(quote: Quote, lead: Lead, steps: Pipeline, **wishes: Any) -> UUID:
    """Send a quote on Monday; answers the id of its PDF."""
    document = a_document(quote)
    sending = Sending(**{"to": ("nadia@northwind.example",), **wishes})
    send(quote, lead, steps, acts(), sending, document, KEY)
    return document.id
