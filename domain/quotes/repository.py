"""Finding quotes: the list with its filters, a number's revisions, and what is about to expire."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from domain import search
from domain.calendar import add_working_days
from domain.leads import Lead
from domain.outbox import Delivery, Mail
from domain.quotes.model import WARNING_DAYS, Quote, QuoteState
from domain.repository import Page, Paging, Repository, Sort
from domain.users import User

_RANGES = {
    "valid_from": (Quote.valid_until, "ge"),
    "valid_to": (Quote.valid_until, "le"),
    "issued_from": (Quote.issued_on, "ge"),
    "issued_to": (Quote.issued_on, "le"),
    "accepted_from": (Quote.accepted_on, "ge"),
    "accepted_to": (Quote.accepted_on, "le"),
}
_COLUMNS = (
    Quote.id,
    Quote.lead_id,
    User.id.label("owner_id"),
    User.name.label("owner_name"),
    Quote.number,
    Quote.revision,
    Quote.is_current,
    Quote.state,
    Mail.status.label("mail_status"),
    Quote.issued_on,
    Quote.valid_until,
    Quote.subject,
    Quote.customer,
    Quote.currency,
    Quote.discount_percent,
    Quote.discount_amount,
    Quote.lines_total,
    Quote.discount_total,
    Quote.net_total,
    Quote.tax_total,
    Quote.total,
    Quote.tax_groups,
    Quote.created_at,
    Quote.sent_at,
    Quote.viewed_at,
    Quote.accepted_at,
    Quote.signed_by,
    Quote.declined_at,
    Quote.version,
)


class QuoteRepository(Repository[Quote]):
    """The quotes that the viewer may see."""

    entity = Quote
    sorts = {
        "created_at": Sort(Quote.created_at),
        "-created_at": Sort(Quote.created_at, descending=True),
        "valid_until": Sort(Quote.valid_until),
        "-valid_until": Sort(Quote.valid_until, descending=True),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging, today: date) -> Page:
        """One page of quotes as rows, with what became of their last mail."""
        columns: tuple[Any, ...] = _COLUMNS
        statement = (
            select(*columns)
            .join(Lead, Lead.id == Quote.lead_id)
            .join(User, User.id == Lead.owner_id)
            .outerjoin(Mail, Mail.id == Quote.mail_id)
            .execution_options(seen_through=Quote)
        )
        belongs_to = {**filters, "today": today} if "status" in filters else filters
        return self.page(_filtered(statement, filters, today), paging, belongs_to)

    def keep(self, quote: Quote) -> Quote:
        """Write a quote and what it is found by."""
        self.add(quote)
        self.session.flush()
        self.index(quote)
        return quote

    def index(self, quote: Quote) -> None:
        """Make the quote findable by its number, customer and subject."""
        customer = quote.customer
        texts = (quote.label, customer.name, customer.contact_name, customer.email, quote.subject)
        search.index(self.session, "quote", quote.id, *texts)

    def claim_by_link(self, link_hash: str) -> Quote | None:
        """The quote behind a customer's link, for changing it."""
        statement = select(Quote).where(Quote.link_hash == link_hash)
        return self.session.scalars(
            statement.with_for_update(of=Quote), execution_options={"populate_existing": True}
        ).one_or_none()

    def by_link(self, link_hash: str) -> Quote | None:
        """The quote behind a customer's link, for looking at it."""
        return self.session.scalars(select(Quote).where(Quote.link_hash == link_hash)).one_or_none()

    def claim_open_of(self, lead_id: UUID) -> list[Quote]:
        """The quotes of a lead that are out and unanswered, expired ones too, for changing them."""
        statement = (
            select(Quote)
            .where(Quote.lead_id == lead_id, Quote.state == QuoteState.SENT)
            .order_by(Quote.id)
            .with_for_update(of=Quote)
            .execution_options(populate_existing=True)
        )
        return list(self.session.scalars(statement))

    def claim_current(self, number: str) -> Quote | None:
        """The revision of a number that counts, for changing it."""
        statement = (
            select(Quote)
            .where(Quote.number == number, Quote.is_current)
            .with_for_update(of=Quote)
            .execution_options(populate_existing=True)
        )
        return self.session.scalars(statement).one_or_none()

    def revision_in_draft(self, number: str) -> Quote | None:
        """The revision of a number that is still being written."""
        return self.session.scalars(
            select(Quote).where(
                Quote.number == number, Quote.state == QuoteState.DRAFT, Quote.revision > 1
            )
        ).one_or_none()

    def last_revision(self, number: str) -> int:
        """The highest revision of a number so far."""
        return (
            self.session.scalar(select(func.max(Quote.revision)).where(Quote.number == number)) or 0
        )

    def accepted_net(self, lead_id: UUID, but: UUID) -> Decimal | None:
        """The net sum of a lead's accepted quotes besides one, None where there is none."""
        return self.session.scalar(
            select(func.sum(Quote.net_total)).where(
                Quote.lead_id == lead_id, Quote.state == QuoteState.ACCEPTED, Quote.id != but
            )
        )

    def delivery_of(self, quote: Quote) -> str | None:
        """How far the last mail came; `elsewhere` where it was handed over without one."""
        return delivery(quote.state, self._mail_status(quote.mail_id))

    def to_warn(self, today: date) -> list[UUID]:
        """Quotes that expire within three working days and whose lead is not due for it yet."""
        horizon = add_working_days(today, WARNING_DAYS)
        return self._waiting(
            ~Quote.expiry_warned, Quote.valid_until >= today, Quote.valid_until <= horizon
        )

    def to_expire(self, today: date) -> list[UUID]:
        """Quotes whose last day has passed unanswered and unnoted."""
        return self._waiting(~Quote.expiry_noted, Quote.valid_until < today)

    def _waiting(self, *conditions: Any) -> list[UUID]:
        statement = select(Quote.id).where(Quote.state == QuoteState.SENT, *conditions)
        return list(self.session.scalars(statement.order_by(Quote.valid_until, Quote.id)))

    def _mail_status(self, mail_id: UUID | None) -> Delivery | None:
        if mail_id is None:
            return None
        # Whoever sees a quote sees how its delivery went, though not the mail itself.
        statement = select(Mail.status).where(Mail.id == mail_id)
        return self.session.scalar(statement.execution_options(seen_through=Quote))


def delivery(state: QuoteState, mail: Delivery | None) -> str | None:
    """How a quote went out, by the state of its last mail."""
    if state is QuoteState.DRAFT:
        return None
    return mail.value if mail is not None else "elsewhere"


def _filtered(statement: Select[Any], filters: Mapping[str, Any], today: date) -> Select[Any]:
    for name, value in filters.items():
        if name in _RANGES:
            column, way = _RANGES[name]
            statement = statement.where(column >= value if way == "ge" else column <= value)
    if "lead" in filters:
        statement = statement.where(Quote.lead_id == filters["lead"])
    if "owner" in filters:
        statement = statement.where(Lead.owner_id == filters["owner"])
    if "number" in filters:
        statement = statement.where(Quote.number == filters["number"])
    if "q" in filters:
        statement = statement.where(Quote.id.in_(search.found("quote", filters["q"])))
    return _in_status(statement, filters.get("status"), today)


def _in_status(statement: Select[Any], status: str | None, today: date) -> Select[Any]:
    if status is None:
        return statement
    if status == "expired":
        return statement.where(Quote.state == QuoteState.SENT, Quote.valid_until < today)
    if status == "sent":
        return statement.where(Quote.state == QuoteState.SENT, Quote.valid_until >= today)
    return statement.where(Quote.state == QuoteState(status))
