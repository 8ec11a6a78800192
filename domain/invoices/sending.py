"""Sending an issued invoice or credit note: the stored PDF goes out, and it is noted to whom."""

from collections.abc import Sequence
from datetime import datetime

from domain.calendar import Moment
from domain.invoices.credit_note import CreditNote
from domain.invoices.model import Invoice
from domain.outbox import Mail
from domain.users import Viewer

ELSEWHERE = "elsewhere"


def stamp(
    document: Invoice | CreditNote,
    mail: Mail | None,
    to: Sequence[str],
    moment: Moment,
    viewer: Viewer,
) -> None:
    """Note that a document went out by this mail, or was handed over without one.

    Sending it again is an act of its own, and the first stamp stays.
    """
    is_first = document.sent_at is None
    if is_first:
        document.sent_at, document.sent_to = moment.now, list(to)
        document.sent_by_id, document.sent_by_name = viewer.user_id, viewer.name
    if mail is not None:
        document.mail_id = mail.id
    document.happened(
        f"{document.noun}.{'sent' if is_first else 'resent'}",
        number=document.number,
        to=list(to),
        via="email" if mail is not None else ELSEWHERE,
    )


def delivery(sent_at: datetime | None, mail_status: str | None) -> str | None:
    """How a document went out, by the state of its last mail; None before it was sent."""
    if sent_at is None:
        return None
    return mail_status or ELSEWHERE
