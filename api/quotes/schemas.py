"""Quotes as they travel."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict

from api.documents import schemas as shared
from api.documents.schemas import Group, Party, Sums
from api.quotes.signature import is_drawn
from api.schema import (
    Named,
)
from domain.documents.arithmetic import Totals
from domain.documents.drafting import stored_groups
from domain.money import amount_text
from domain.quotes import Quote as QuoteRecord
from domain.quotes import QuoteAct, delivery, label_of, status_of

QuoteStatus = Literal["draft", "sent", "accepted", "declined", "expired", "withdrawn", "superseded"]
QuoteDelivery = Literal["kept", "queued", "handed_over", "failed", "elsewhere"]


class QuoteSummary(Sums):
    """A quote as lists show it; `net_total` is what the customer pays before tax."""

    id: UUID
    lead_id: UUID
    number: Annotated[str, Field(examples=["Q-2026-0001"])]
    revision: int
    label: Annotated[str, Field(examples=["Q-2026-0001-R2"])]
    current: bool
    status: QuoteStatus
    delivery: QuoteDelivery | None
    issued_on: date | None
    valid_until: date
    subject: str | None
    customer: Party
    created_at: datetime
    sent_at: datetime | None
    viewed_at: datetime | None
    accepted_at: datetime | None
    signed_by: str | None
    declined_at: datetime | None
    version: int


class ListedQuote(QuoteSummary):
    """A quote of the list, with the owner of its lead."""

    owner: Named


class QuoteList(TypedDict):
    """A page of quotes."""

    items: list[ListedQuote]
    next_cursor: str | None
    total: int | None


class QuoteDocument(TypedDict):
    """A PDF that went out under this quote; its bytes never change."""

    id: UUID
    name: Annotated[str, Field(examples=["Q-2026-0001.pdf"])]
    sha256: str
    created_at: datetime


class AcceptanceProof(TypedDict):
    """What proves an acceptance: when, from where, and the hash of the PDF that was accepted.

    Where the signature was `drawn`, `GET /quotes/{id}/signature` gives the drawing.
    """

    at: datetime
    address: str | None
    browser: str | None
    sha256: str | None
    recorded_by: str | None
    late: bool
    drawn: bool


class Quote(QuoteSummary):
    """An offer with its lines; `public_url` is the customer's link, which viewers do not get.

    `acts` are what its reader may do with it now.
    """

    lines: list[shared.Line]
    notes: str | None
    terms: str | None
    sent_by: Named | None
    sent_to: list[str]
    accepted_how: str | None
    evidence: AcceptanceProof | None
    decline_reason: str | None
    documents: list[QuoteDocument]
    public_url: Annotated[
        str | None, Field(examples=["https://sales.example.com/q/3F1b2QmZ0uW8kq4r"])
    ]
    acts: Annotated[list[QuoteAct], Field(examples=[["resend", "revise", "extend"]])]


class PlannedSending(TypedDict):
    """How a quote would go out: what is sent where nothing else is asked for.

    `closing` ends the mail after the figures and the link; `next_follow_up_on` is null where the
    lead keeps its own. Without a mail server (`delivers` false) mails are kept as files.
    """

    to: Annotated[list[str], Field(examples=[["nadia@northwind.example"]])]
    subject: Annotated[str, Field(examples=["Quote Q-2026-0001 from Throughline GmbH"])]
    message: Annotated[str, Field(examples=["Dear Nadia Okafor,\n\nOur quote is attached."])]
    closing: Annotated[list[str], Field(examples=[["Kind regards", "Rita Rep"]])]
    attachment: Annotated[str, Field(examples=["Q-2026-0001.pdf"])]
    sender: Annotated[str, Field(examples=["Rita Rep"])]
    reply_to: str | None
    next_follow_up_on: date | None
    delivers: bool


class LineSums(TypedDict):
    """What one line comes to: `net` is `gross` less its discount."""

    gross: Annotated[str, Field(examples=["900.00"])]
    discount: Annotated[str, Field(examples=["90.00"])]
    net: Annotated[str, Field(examples=["810.00"])]


class OfferTotals(TypedDict):
    """What an offer comes to, without storing it; the lines in their order."""

    currency: Annotated[str, Field(examples=["EUR"])]
    lines: list[LineSums]
    lines_total: Annotated[str, Field(examples=["165.77"])]
    discount_total: Annotated[str, Field(examples=["4.97"])]
    net_total: Annotated[str, Field(examples=["160.80"])]
    tax_total: Annotated[str, Field(examples=["16.85"])]
    total: Annotated[str, Field(examples=["177.65"])]
    taxes: list[Group]


def listed(row: Row[Any], today: date) -> ListedQuote:
    """A row of the list as a quote."""
    return {
        **_summary(row, delivery(row.state, row.mail_status), today),
        "owner": {"id": row.owner_id, "name": row.owner_name},
    }


def quote(
    record: QuoteRecord,
    today: date,
    delivered: str | None,
    kept: list[Row[Any]],
    public_url: str | None,
    acts: list[QuoteAct],
) -> Quote:
    """A quote with its lines, its documents and what became of it."""
    return {
        **_summary(record, delivered, today),
        "lines": [shared.line(line, record.currency) for line in record.lines],
        "notes": record.notes,
        "terms": record.terms,
        "sent_by": _sender(record),
        "sent_to": record.sent_to,
        "accepted_how": record.accepted_how,
        "evidence": _proof(record),
        "decline_reason": record.decline_reason,
        "documents": [document(row) for row in kept],
        "public_url": public_url,
        "acts": acts,
    }


def document(row: Row[Any]) -> QuoteDocument:
    """A stored PDF by its particulars."""
    return {"id": row.id, "name": row.name, "sha256": row.sha256, "created_at": row.created_at}


def offer_totals(result: Totals) -> OfferTotals:
    """What the arithmetic found."""
    currency = result.currency
    return {
        "currency": currency,
        "lines": [
            {
                "gross": amount_text(line.gross, currency),
                "discount": amount_text(line.discount, currency),
                "net": amount_text(line.net, currency),
            }
            for line in result.lines
        ],
        "lines_total": amount_text(result.lines_total, currency),
        "discount_total": amount_text(result.discount_total, currency),
        "net_total": amount_text(result.net_total, currency),
        "tax_total": amount_text(result.tax_total, currency),
        "total": amount_text(result.total, currency),
        "taxes": shared.groups(stored_groups(result), currency),
    }


def _summary(record: Any, delivered: Any, today: date) -> QuoteSummary:
    status: Any = status_of(record.state, record.valid_until, today)
    return {
        **shared.sums(record),
        "id": record.id,
        "lead_id": record.lead_id,
        "number": record.number,
        "revision": record.revision,
        "label": label_of(record.number, record.revision),
        "current": record.is_current,
        "status": status,
        "delivery": delivered,
        "issued_on": record.issued_on,
        "valid_until": record.valid_until,
        "subject": record.subject,
        "customer": shared.party(record.customer),
        "created_at": record.created_at,
        "sent_at": record.sent_at,
        "viewed_at": record.viewed_at,
        "accepted_at": record.accepted_at,
        "signed_by": record.signed_by,
        "declined_at": record.declined_at,
        "version": record.version,
    }


def _sender(record: QuoteRecord) -> Named | None:
    if record.sent_by_id is None or record.sent_by_name is None:
        return None
    return {"id": record.sent_by_id, "name": record.sent_by_name}


def _proof(record: QuoteRecord) -> AcceptanceProof | None:
    proof = record.evidence
    if record.accepted_at is None:
        return None
    return {
        "at": record.accepted_at,
        "address": proof.get("address"),
        "browser": proof.get("browser"),
        "sha256": proof.get("sha256"),
        "recorded_by": proof.get("recorded_by"),
        "late": bool(proof.get("late")),
        "drawn": is_drawn(record.signature),
    }
