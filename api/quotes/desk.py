"""All that an act on a quote needs: the quote with its lead, its PDF and its mails."""

from datetime import date
from functools import cached_property
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from api.documents import printing
from api.quotes import mail, pdf, schemas
from api.work import Work, later
from domain.documents import DocumentRepository, StoredDocument
from domain.errors import NotFound
from domain.leads import Lead, LeadActs, LeadRepository, demand_contribution
from domain.outbox import Mail
from domain.pipelines import Outcome, Pipeline, PipelineRepository
from domain.quotes import Quote, QuoteRepository, acts_on, follow_up_after_sending, token_of
from domain.users import Right, Role, User, UserRepository
from domain.workspace import Workspace, WorkspaceRepository


class QuoteDesk:
    """The quotes as one caller works on them; made anew when a request begins to write."""

    def __init__(self, work: Work) -> None:
        session = self.session = work.session
        self.viewer, self.moment = work.viewer, work.moment
        self.settings = work.request.app.state.settings
        self.quotes, self.leads = QuoteRepository(session), LeadRepository(session)
        self.pipelines, self.users = PipelineRepository(session), UserRepository(session)
        self.documents = DocumentRepository(session)
        self.acts = LeadActs(session, work.viewer, work.moment)

    @cached_property
    def workspace(self) -> Workspace:
        """The seller."""
        return WorkspaceRepository(self.session).the_one()

    def claimed(self, id: UUID) -> tuple[Quote, Lead, Pipeline]:
        """A quote for an act on it, its lead claimed first; refused to those who may not quote."""
        self.viewer.demand(Right.CONTRIBUTE)
        quote = self.quotes.get(id)
        lead, pipeline = self.claimed_lead(quote.lead_id)
        return self.quotes.claim(id), lead, pipeline

    def claimed_lead(self, id: UUID) -> tuple[Lead, Pipeline]:
        """A lead for quoting on it."""
        lead = self.leads.claim(id)
        demand_contribution(lead, self.viewer)
        return lead, self.pipelines.get(lead.pipeline_id)

    def looked_at(self, id: UUID) -> tuple[Quote, Lead]:
        """A quote and its lead before the write lock is taken, for those who may quote."""
        self.viewer.demand(Right.CONTRIBUTE)
        quote = self.quotes.get(id)
        lead = self.leads.get(quote.lead_id)
        demand_contribution(lead, self.viewer)
        return quote, lead

    def issue_of(self, quote: Quote, lead: Lead, valid_until: date | None = None) -> pdf.Issue:
        """How the quote goes out now, or went out, holding to its own last day or another."""
        issued_on = quote.issued_on or self.moment.today
        return pdf.Issue(issued_on, valid_until or quote.valid_until, self.owner_of(lead).name)

    def draw(self, quote: Quote, issue: pdf.Issue) -> bytes:
        """The quote's PDF; drawn before the lock is taken, it is remembered until it is frozen."""
        return pdf.render(quote, self.workspace, issue)

    def frozen(self, quote: Quote, lead: Lead) -> StoredDocument:
        """The quote's PDF as it stands now, kept for ever; drawn anew only if it changed."""
        content = self.draw(quote, self.issue_of(quote, lead))
        name = printing.file_name(quote.label)
        return self.documents.keep(
            content, name, self.moment.now, lead_id=lead.id, source_id=quote.id
        )

    def owner_of(self, lead: Lead) -> User:
        """Whose deal it is."""
        return self.users.get(lead.owner_id)

    def document_of(self, quote: Quote) -> StoredDocument:
        """The PDF that the customer has."""
        if quote.document_id is None:
            raise NotFound("document")
        return self.documents.get(quote.document_id)

    def told_of(self, lead: Lead) -> list[User]:
        """Whom to tell of a deal."""
        return mail.told_of(lead, self.users)

    def told_of_acceptance(self, lead: Lead) -> list[User]:
        """The owner, and finance unless the deal is private and its billing was not opened."""
        told = self.told_of(lead)
        if not self.is_hidden_from_finance(lead):
            told = [*told, *self.users.active_with_roles(Role.FINANCE)]
        return list(dict.fromkeys(told))

    def is_hidden_from_finance(self, lead: Lead) -> bool:
        """Whether the deal is private and nobody has handed it to finance."""
        return lead.is_private and lead.billing_opened_at is None

    @property
    def news(self) -> mail.News:
        """Mails to our own people."""
        return mail.News(self.workspace, self.settings.public_url, self.moment.now)

    def planned_sending(self, quote: Quote, lead: Lead) -> schemas.PlannedSending:
        """How the quote goes out where nothing else is asked for."""
        owner, known = self.owner_of(lead), [quote.customer.email] if quote.customer.email else []
        follow_up = follow_up_after_sending(
            self.moment.today, quote.valid_until, lead.next_follow_up_on
        )
        return {
            "to": quote.sent_to or known,
            "subject": mail.usual_subject(quote, self.workspace),
            "message": mail.usual_message(quote),
            "closing": list(mail.closing_of(self.workspace, owner)),
            "attachment": printing.file_name(quote.label),
            "sender": owner.name,
            "reply_to": owner.email or self.workspace.email,
            "next_follow_up_on": None if lead.outcome is Outcome.WON else follow_up,
            "delivers": bool(self.settings.smtp_url.strip()),
        }

    def post_offer(
        self,
        quote: Quote,
        lead: Lead,
        envelope: mail.Envelope,
        document: StoredDocument,
        cause: str,
    ) -> None:
        """Put the offer's mail into the outbox; its delivery is the quote's."""
        letter = mail.offer(
            quote,
            self.workspace,
            self.owner_of(lead),
            envelope,
            document,
            self.link(quote) or "",
            self.moment.now,
            cause,
        )
        self.session.add(letter)
        self.session.flush()
        quote.mail_id = letter.id

    def post(self, letter: Mail | None) -> None:
        """Put news into the outbox, where there is somebody to tell."""
        if letter is not None:
            self.session.add(letter)

    def link(self, quote: Quote) -> str | None:
        """The customer's link, once there is one."""
        if quote.link_nonce is None:
            return None
        token = token_of(quote.id, quote.link_nonce, self.settings.signing_key)
        return f"{self.settings.public_url}/q/{token}"

    def answer(self, quote: Quote) -> schemas.Quote:
        """The quote as it is now, for its reader."""
        self.session.flush()
        shows_link = self.viewer.role is not Role.VIEWER
        return schemas.quote(
            quote,
            self.moment.today,
            self.quotes.delivery_of(quote),
            self.documents.of(quote.id),
            self.link(quote) if shows_link else None,
            acts_on(
                quote,
                self.session.get(Lead, quote.lead_id),
                self.viewer,
                self.moment.today,
            ),
        )


Desk = Annotated[QuoteDesk, Depends(later(QuoteDesk))]
