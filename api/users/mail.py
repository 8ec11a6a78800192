"""The mail that invites somebody to choose a password."""

from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from domain.outbox import Mail
from domain.users import User

KIND = "invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inviting:
    """Who invites to which company, by which link, and until when the link holds."""

    company: str
    by_name: str
    by_email: str | None
    link: str
    until: date


def invitation(user: User, time: int, facts: Inviting, now: datetime) -> Mail:
    """The mail of a user's first, second, … invitation (`time`)."""
    return Mail(
        cause=f"user:{user.id}:invitation:{time}",
        kind=KIND,
        recipients=[user.email or ""],
        sender_name=facts.company,
        reply_to=facts.by_email,
        subject=f"{facts.by_name} invites you to {facts.company}’s sales",
        text=_text(user, facts),
        html=_html(user, facts),
        created_at=now,
    )


def _text(user: User, facts: Inviting) -> str:
    return (
        f"Hello {user.name},\n\n"
        f"{facts.by_name} added you to the sales of {facts.company} on Throughline. Choose a "
        f"password here and you are in:\n\n{facts.link}\n\n"
        f"The link works once, until {_day(facts.until)}. You sign in with {user.email}.\n\n"
        "Did you not expect this? Then leave it; nothing happens without you.\n"
    )


def _html(user: User, facts: Inviting) -> str:
    link = escape(facts.link, quote=True)
    button = (
        "display:inline-block;padding:10px 18px;border-radius:6px;background:#2f4bd8;"
        "color:#ffffff;font-weight:600;text-decoration:none"
    )
    return (
        '<div style="font:15px/1.5 Inter,Segoe UI,Helvetica,Arial,sans-serif;color:#1c2230;'
        'max-width:520px">'
        f"<p>Hello {escape(user.name)},</p>"
        f"<p>{escape(facts.by_name)} added you to the sales of <b>{escape(facts.company)}</b> on "
        "Throughline. Choose a password and you are in.</p>"
        f'<p><a href="{link}" style="{button}">Choose a password</a></p>'
        f'<p style="color:#5b6475">Or open this address: <a href="{link}">{link}</a><br>'
        f"The link works once, until {_day(facts.until)}. You sign in with "
        f"{escape(user.email or '')}.</p>"
        '<p style="color:#5b6475">Did you not expect this? Then leave it; nothing happens without '
        "you.</p></div>"
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
