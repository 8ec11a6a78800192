"""Mails that Throughline writes by itself about other mails."""

from datetime import datetime

from api.documents import printing
from api.documents.letter import Letter
from domain.leads import Lead
from domain.outbox import Delivery, Mail
from domain.users import User

DELIVERY_FAILED = "delivery_failed"


def not_delivered(
    mail: Mail, lead: Lead | None, told: list[User], company: str, now: datetime, public_url: str
) -> Mail:
    """The mail that tells the responsible people that a mail did not reach everybody it was for."""
    letter = _letter(mail, lead, public_url)
    return Mail(
        cause=f"mail:{mail.id}@{now.isoformat()}",
        kind=DELIVERY_FAILED,
        lead_id=mail.lead_id,
        quote_id=mail.quote_id,
        invoice_id=mail.invoice_id,
        recipients=[user.email for user in told if user.email],
        sender_name=company,
        subject=f"Not delivered: {mail.subject}",
        text=letter.text,
        html=letter.html,
        created_at=now,
    )


def _letter(mail: Mail, lead: Lead | None, public_url: str) -> Letter:
    is_lost = mail.status is Delivery.FAILED
    what = "could not be delivered" if is_lost else "did not reach everybody it was for"
    paragraphs = [f"“{mail.subject}” {what}. The reason: {mail.last_error}"]
    if lead is not None and lead.next_follow_up_on is not None:
        due = printing.day(lead.next_follow_up_on)
        paragraphs.append(f"The follow-up of “{lead.title}” is on {due}.")
    if is_lost:
        paragraphs.append("Mend the address and send it again, or retry it once the cause is gone.")
    return Letter(
        paragraphs=tuple(paragraphs),
        facts=(("To", ", ".join([*mail.recipients, *mail.cc])),),
        link=("Open the lead", f"{public_url}/leads/{lead.id}") if lead else None,
    )
