"""The mails of a quote: the offer to the customer, and the news of it to our own people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from api.documents import printing
from api.documents.letter import Letter, paragraphs
from domain.documents import StoredDocument
from domain.leads import Lead
from domain.outbox import Mail
from domain.quotes import Quote
from domain.users import Role, User, UserRepository
from domain.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """To whom an offer goes, and the words that replace the usual ones."""

    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    subject: str | None = None
    message: str | None = None


def offer(
    quote: Quote,
    workspace: Workspace,
    owner: User,
    envelope: Envelope,
    document: StoredDocument,
    link: str,
    now: datetime,
    cause: str,
) -> Mail:
    """The mail with PDF and link; it is signed by the lead's owner, who gets the replies."""
    letter = _offer_letter(quote, workspace, owner, envelope.message, link)
    return Mail(
        cause=cause,
        kind="quote.sent",
        lead_id=quote.lead_id,
        quote_id=quote.id,
        recipients=list(envelope.to),
        cc=list(envelope.cc),
        sender_name=owner.name,
        reply_to=owner.email or workspace.email,
        subject=one_line(envelope.subject or usual_subject(quote, workspace)),
        text=letter.text,
        html=letter.html,
        attachments=[{"document_id": str(document.id), "name": document.name}],
        created_at=now,
    )


def _offer_letter(
    quote: Quote, workspace: Workspace, owner: User, message: str | None, link: str
) -> Letter:
    about = (("About", quote.subject),) if quote.subject else ()
    return Letter(
        paragraphs=paragraphs(message or usual_message(quote)),
        facts=(("Quote", quote.label), *about, *_figures(quote)),
        link=("View the quote", link),
        closing=closing_of(workspace, owner),
    )


def usual_subject(quote: Quote, workspace: Workspace) -> str:
    """What the offer's mail is called where nobody says otherwise."""
    return f"Quote {quote.label} from {workspace.legal_name or workspace.name}"


def usual_message(quote: Quote) -> str:
    """What the offer's mail says before its figures where nobody says otherwise."""
    person = quote.customer.contact_name or quote.customer.name
    return (
        f"Dear {person},\n\n"
        f"Thank you for your interest. Our quote {quote.label} is attached as a PDF.\n\n"
        "You can read it online as well, accept or decline it there, or ask us a question."
    )


def closing_of(workspace: Workspace, owner: User) -> tuple[str, ...]:
    """How the offer's mail ends."""
    return ("Kind regards", owner.name, workspace.legal_name or workspace.name)


def _figures(quote: Quote) -> tuple[tuple[str, str], ...]:
    return (
        ("Total with tax", printing.money(quote.total, quote.currency)),
        ("Valid until", printing.day(quote.valid_until)),
    )


@dataclass(frozen=True, slots=True)
class News:
    """Writes to our own people what a customer did, or did not do, with a quote."""

    workspace: Workspace
    app_url: str
    now: datetime

    def accepted(self, quote: Quote, told: Sequence[User], *, is_private: bool) -> Mail | None:
        """The deal is won; a private one is made known to finance by its owner."""
        name, how = quote.signed_by or "", quote.accepted_how or ""
        hint = "This deal is private: finance does not see it until you draft the invoice."
        paragraphs = (
            f"{name} of {_customer(quote)} has accepted {quote.label}: {how}.",
            *((hint,) if is_private else ("The next step is the invoice.",)),
        )
        subject = f"Accepted: {quote.label}, {_customer(quote)}"
        return self._mail(quote, told, "quote.accepted", subject, paragraphs)

    def declined(self, quote: Quote, told: Sequence[User]) -> Mail | None:
        """The customer said no; the lead is followed up today."""
        reason = f"The reason given: {quote.decline_reason}" if quote.decline_reason else ""
        paragraphs = (
            f"{_customer(quote)} has declined {quote.label}.",
            reason or "No reason was given.",
            "The lead's follow-up is today.",
        )
        subject = f"Declined: {quote.label}, {_customer(quote)}"
        return self._mail(quote, told, "quote.declined", subject, paragraphs)

    def asked(self, quote: Quote, told: Sequence[User], text: str, cause: str) -> Mail | None:
        """The customer has a question; an answer to this mail reaches the customer."""
        paragraphs = (f"{_customer(quote)} asks about {quote.label}:", text)
        subject = f"Question about {quote.label}, {_customer(quote)}"
        mail = self._mail(quote, told, "quote.question", subject, paragraphs, cause)
        if mail is not None:
            mail.reply_to = quote.customer.email
        return mail

    def expired(self, quote: Quote, told: Sequence[User]) -> Mail | None:
        """The last day passed without an answer."""
        paragraphs = (
            f"{quote.label} for {_customer(quote)} has expired without an answer.",
            "Its lead's follow-up is today. You can extend the quote, revise it, or withdraw it.",
        )
        subject = f"Expired: {quote.label}, {_customer(quote)}"
        return self._mail(quote, told, "quote.expired", subject, paragraphs)

    def _mail(
        self,
        quote: Quote,
        told: Sequence[User],
        kind: str,
        subject: str,
        paragraphs: tuple[str, ...],
        cause: str | None = None,
    ) -> Mail | None:
        recipients = [user.email for user in told if user.email]
        if not recipients:
            return None
        letter = Letter(
            paragraphs=paragraphs,
            facts=_figures(quote),
            link=("Open the lead", f"{self.app_url}/leads/{quote.lead_id}"),
        )
        return Mail(
            cause=cause or f"quote:{quote.id}:{quote.version}",
            kind=kind,
            lead_id=quote.lead_id,
            quote_id=quote.id,
            recipients=recipients,
            sender_name=self.workspace.name,
            subject=one_line(subject),
            text=letter.text,
            html=letter.html,
            created_at=self.now,
        )


def told_of(lead: Lead, users: UserRepository) -> list[User]:
    """Whom to tell of a deal: its owner, or the administrators where he is not to be reached."""
    owner = users.get(lead.owner_id)
    if owner.active and owner.email:
        return [owner]
    return users.active_with_roles(Role.ADMIN)


def one_line(text: str) -> str:
    """A subject: whatever could end the header's line is a blank."""
    return " ".join(text.split())[:250]


def _customer(quote: Quote) -> str:
    return quote.customer.name or "the customer"
