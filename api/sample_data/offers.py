"""What is done with quotes: drafted, sent, read, asked about, revised, extended and answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from api.documents import printing
from api.quotes import mail, pdf
from api.sample_data.office import Office
from domain.customers import Company, Contact
from domain.documents import (
    DocumentRepository,
    StoredDocument,
    WantedLine,
    buyer_of,
    price,
    write_lines,
)
from domain.leads import Lead, LeadActs
from domain.numbering import Numbers
from domain.outbox import Mail
from domain.quotes import (
    Acceptance,
    Quote,
    QuoteLine,
    QuoteRepository,
    Sending,
    accept,
    ask,
    change_draft,
    decline,
    draft_quote,
    note_expiry,
    revision_of,
    send,
    take_place,
    token_of,
    warn_before_expiry,
)
from domain.users import CUSTOMER, SYSTEM, User, Viewer

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36"
ADDRESS = "203.0.113."
"""Of the block that is reserved for documentation."""
UNKNOWN = "550 5.1.1 The mailbox is unknown here."


@dataclass
class Offers:
    """The quotes of one deal, worked on by its owner."""

    office: Office
    lead: Lead
    owner: User
    viewer: Viewer

    def draft(self, wanted: Sequence[WantedLine], facts: dict[str, Any]) -> Quote:
        """Write an offer for the customer of the lead."""
        office, session = self.office, self.office.session
        with office.diary.act(self.viewer) as acts:
            number = Numbers(session).draw(
                "quote", office.workspace.quote_number_format, acts.moment.today
            )
            company = session.get(Company, self.lead.company_id)
            buyer = buyer_of(company, session.get(Contact, self.lead.contact_id))
            quote = draft_quote(
                self.lead, office.workspace, buyer, number, acts.moment, self.viewer
            )
            write_lines(quote.lines, wanted, QuoteLine)
            change_draft(quote, facts, acts.moment.today)
            price(quote, quote.lines)
            quote.happened("quote.created", number=quote.label)
            return QuoteRepository(session).keep(quote)

    def send(self, quote: Quote, *, fails: bool = False) -> None:
        """Send the offer by mail; the mail is written as handed over, or as refused."""
        office = self.office
        to = (quote.customer.email or "",)
        with office.diary.act(self.viewer) as acts:
            take_place(quote, QuoteRepository(office.session))
            document = self._frozen(quote, acts)
            key = office.settings.signing_key
            send(quote, self.lead, office.pipeline, acts, Sending(to=to), document, key)
            letter = self._letter(quote, document, f"quote:{quote.id}", acts)
            quote.mail_id = office.hand_over(letter, UNKNOWN if fails else "").id
        if fails:
            with office.diary.act(SYSTEM) as acts:
                self.lead.follow_up(acts.moment.today)

    def resend(self, quote: Quote) -> None:
        """Mail the same bytes again, to an address that is right now."""
        with self.office.diary.act(self.viewer) as acts:
            document = self._document(quote)
            letter = self._letter(quote, document, f"quote:{quote.id}:again", acts)
            quote.mail_id = self.office.hand_over(letter).id
            quote.happened("quote.resent", number=quote.label, to=quote.sent_to)

    def revise(self, quote: Quote, percent_off: int) -> Quote:
        """Draft the next revision, with a discount on the whole."""
        quotes = QuoteRepository(self.office.session)
        with self.office.diary.act(self.viewer) as acts:
            revision = quotes.last_revision(quote.number) + 1
            draft = revision_of(quote, revision, self.office.workspace, acts.moment, self.viewer)
            change_draft(draft, {"discount_percent": Decimal(percent_off)}, acts.moment.today)
            price(draft, draft.lines)
            return quotes.keep(draft)

    def extend(self, quote: Quote, days: int) -> None:
        """Let the offer hold for some more days."""
        with self.office.diary.act(self.viewer) as acts:
            quote.extend(acts.moment.today + timedelta(days=days), acts.moment.today)
            quote.document_id = self._frozen(quote, acts).id

    def seen(self, quote: Quote) -> None:
        """The customer opens the link."""
        with self.office.diary.act(CUSTOMER) as acts:
            quote.view(acts.moment.now)

    def asked(self, quote: Quote, text: str) -> None:
        """The customer has a question."""
        with self.office.diary.act(CUSTOMER) as acts:
            ask(quote, self.lead, self.office.pipeline, acts, text)

    def signed(self, quote: Quote, last_octet: int) -> None:
        """The customer accepts online, with the name typed."""
        name = quote.customer.contact_name or quote.customer.name
        with self.office.diary.act(CUSTOMER) as acts:
            evidence = {
                "at": acts.moment.now.isoformat(),
                "address": f"{ADDRESS}{last_octet}",
                "browser": BROWSER,
                "sha256": self._document(quote).sha256,
            }
            how = "online, with a typed signature"
            given = Acceptance(name=name, how=how, signature=name, evidence=evidence)
            self._accept(quote, given, acts)

    def recorded(self, quote: Quote, how: str) -> None:
        """The owner records that the customer accepted in another way."""
        with self.office.diary.act(self.viewer) as acts:
            evidence = {
                "at": acts.moment.now.isoformat(),
                "sha256": self._document(quote).sha256,
                "recorded_by": self.viewer.name,
                "late": quote.is_expired(acts.moment.today),
            }
            name = quote.customer.contact_name or quote.customer.name
            given = Acceptance(name=name, how=how, is_ours=True, is_late=True, evidence=evidence)
            self._accept(quote, given, acts)

    def declined(self, quote: Quote, reason: str | None) -> None:
        """The customer declines online."""
        with self.office.diary.act(CUSTOMER) as acts:
            decline(quote, self.lead, acts, reason, is_ours=False)

    def warned(self, quote: Quote) -> None:
        """The morning on which an offer is about to run out."""
        if quote.is_to_be_warned_of(self.office.diary.today):
            with self.office.diary.act(SYSTEM) as acts:
                warn_before_expiry(quote, self.lead, acts.moment)

    def expired(self, quote: Quote) -> None:
        """The morning after the offer's last day."""
        if quote.is_expired(self.office.diary.today) and not quote.expiry_noted:
            with self.office.diary.act(SYSTEM) as acts:
                note_expiry(quote, self.lead, acts.moment)

    def _accept(self, quote: Quote, given: Acceptance, acts: LeadActs) -> None:
        besides = QuoteRepository(acts.session).accepted_net(self.lead.id, quote.id)
        accept(quote, self.lead, self.office.pipeline, acts, given, besides)

    def _frozen(self, quote: Quote, acts: LeadActs) -> StoredDocument:
        issue = pdf.Issue(quote.issued_on or acts.moment.today, quote.valid_until, self.owner.name)
        return DocumentRepository(self.office.session).keep(
            pdf.render(quote, self.office.workspace, issue),
            printing.file_name(quote.label),
            acts.moment.now,
            lead_id=self.lead.id,
            source_id=quote.id,
        )

    def _letter(self, quote: Quote, document: StoredDocument, cause: str, acts: LeadActs) -> Mail:
        settings = self.office.settings
        token = token_of(quote.id, quote.link_nonce or "", settings.signing_key)
        return mail.offer(
            quote,
            self.office.workspace,
            self.owner,
            mail.Envelope(to=tuple(quote.sent_to)),
            document,
            f"{settings.public_url}/q/{token}",
            acts.moment.now,
            cause=cause,
        )

    def _document(self, quote: Quote) -> StoredDocument:
        assert quote.document_id is not None
        return DocumentRepository(self.office.session).get(quote.document_id)
