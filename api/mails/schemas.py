"""Mails as they travel: the list without texts, one mail with them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict

from domain.outbox import Mail as MailRecord


class MailAttachment(TypedDict):
    """A stored document that travels with a mail."""

    document_id: UUID
    name: Annotated[str, Field(examples=["Q-2026-0001.pdf"])]


class MailSummary(TypedDict):
    """A mail without its text; `kept` means written as a file because no mail server is set.

    `last_error` says why the last try failed, or which recipients the server did not take.
    """

    id: UUID
    kind: Annotated[str, Field(examples=["quote.sent"])]
    status: Literal["kept", "queued", "handed_over", "failed"]
    lead_id: UUID | None
    quote_id: UUID | None
    invoice_id: UUID | None
    to: Annotated[list[str], Field(examples=[["nadia@northwind.example"]])]
    cc: list[str]
    sender_name: Annotated[str, Field(examples=["Rita Rep"])]
    reply_to: Annotated[str | None, Field(examples=["rita@example.com"])]
    subject: Annotated[str, Field(examples=["Quote Q-2026-0001 from Fjord & Finch"])]
    attachments: list[MailAttachment]
    created_at: datetime
    delivered_at: Annotated[datetime | None, Field(examples=["2026-11-23T09:30:01Z"])]
    tries: int
    next_try_at: datetime | None
    last_error: str | None
    version: int


class Mail(MailSummary):
    """One mail; its texts are null to those who may not read the links they carry."""

    text: Annotated[str | None, Field(examples=["Dear Nadia, our quote is attached as a PDF."])]
    html: Annotated[str | None, Field(examples=["<p>Dear Nadia, our quote is attached.</p>"])]


class MailList(TypedDict):
    """A page of mails, newest first."""

    items: list[MailSummary]
    next_cursor: str | None
    total: int | None


def summary(mail: MailRecord | Row[Any]) -> dict[str, Any]:
    """A mail as the list shows it."""
    return {
        "id": mail.id,
        "kind": mail.kind,
        "status": mail.status,
        "lead_id": mail.lead_id,
        "quote_id": mail.quote_id,
        "invoice_id": mail.invoice_id,
        "to": mail.recipients,
        "cc": mail.cc,
        "sender_name": mail.sender_name,
        "reply_to": mail.reply_to,
        "subject": mail.subject,
        "attachments": mail.attachments,
        "created_at": mail.created_at,
        "delivered_at": mail.delivered_at,
        "tries": mail.tries,
        "next_try_at": mail.next_try_at,
        "last_error": mail.last_error,
        "version": mail.version,
    }


def whole(mail: MailRecord, *, with_texts: bool) -> dict[str, Any]:
    """One mail, with its texts where the reader may know the links in them."""
    texts = {"text": mail.text, "html": mail.html} if with_texts else {"text": None, "html": None}
    return {**summary(mail), **texts}
