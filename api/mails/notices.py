"""Mails that Throughline writes by itself about other mails."""

from datetime import datetime
from html import escape

from domain.leads import Lead
from domain.outbox import Delivery, Mail
from domain.users import User

DELIVERY_FAILED = "delivery_failed"


def not_delivered(
    mail: Mail, lead: Lead | None, told: list[User], company: str, now: datetime, public_url: str
) -> Mail:
    """The mail that tells the responsible people that a mail did not reach everybody it was for."""
    facts = _facts(mail, lead, public_url)
    return Mail(
        cause=f"mail:{mail.id}@{now.isoformat()}",
        kind=DELIVERY_FAILED,
        lead_id=mail.lead_id,
        quote_id=mail.quote_id,
        invoice_id=mail.invoice_id,
        recipients=[user.email for user in told if user.email],
        sender_name=company,
        subject=f"Not delivered: {mail.subject}",
        text="\n\n".join(facts) + "\n",
        html="".join(f"<p>{escape(fact).replace(chr(10), '<br>')}</p>" for fact in facts),
        created_at=now,
    )


def _facts(mail: Mail, lead: Lead | None, public_url: str) -> list[str]:
    recipients = ", ".join([*mail.recipients, *mail.cc])
    failed = mail.status is Delivery.FAILED
    facts = [
        f"“{mail.subject}” could not be delivered to {recipients}."
        if failed
        else f"“{mail.subject}” did not reach everybody it was for: {recipients}.",
        f"The reason:\n{mail.last_error}",
    ]
    if lead is not None and lead.is_open:
        facts.append(f"The follow-up of “{lead.title}” is today:\n{public_url}/leads/{lead.id}")
    if failed:
        facts.append("Mend the address and send it again, or retry it once the cause is gone.")
    return facts
