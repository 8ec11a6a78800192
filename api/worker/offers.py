"""What the calendar does to quotes, one transaction a quote."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from api.database import Database
from api.quotes.mail import News
from api.worker.site import Site
from domain.calendar import Moment
from domain.leads import Lead, LeadRepository
from domain.quotes import Quote, QuoteRepository, QuoteState
from domain.quotes.expiring import note_expiry, warn_before_expiry
from domain.users import SYSTEM, User
from domain.workspace import WorkspaceRepository


def note_expired_quotes(database: Database, moment: Moment, site: Site) -> None:
    """Write `quote.expired` once for each quote that ran out, and tell the owner of its lead."""

    def expire(session: Session, quote: Quote, lead: Lead) -> None:
        if quote.expiry_noted or quote.valid_until >= moment.today:
            return
        note_expiry(quote, lead, moment)
        news = News(WorkspaceRepository(session).the_one(), site.public_url, moment.now)
        owner = session.get(User, lead.owner_id)
        mail = news.expired(quote, [owner] if owner and owner.active else [])
        if mail is not None:
            session.add(mail)

    with database.reading(SYSTEM, moment) as session:
        found = QuoteRepository(session).to_expire(moment.today)
    _each(database, moment, found, expire)


def warn_of_expiring_quotes(database: Database, moment: Moment, site: Site) -> None:
    """Let the leads of quotes be due that expire within three working days."""

    def warn(session: Session, quote: Quote, lead: Lead) -> None:
        if not quote.expiry_warned:
            warn_before_expiry(quote, lead, moment)

    with database.reading(SYSTEM, moment) as session:
        found = QuoteRepository(session).to_warn(moment.today)
    _each(database, moment, found, warn)


def _each(
    database: Database,
    moment: Moment,
    found: list[UUID],
    act: Callable[[Session, Quote, Lead], None],
) -> None:
    for id in found:
        with database.writing(SYSTEM, moment) as session:
            quotes = QuoteRepository(session)
            lead = LeadRepository(session).claim(quotes.get(id).lead_id)
            quote = quotes.claim(id)
            if quote.state is QuoteState.SENT:  # An answer may have come in since the look.
                act(session, quote, lead)
