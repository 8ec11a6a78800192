"""The day's look at quotes that are about to expire, or have."""

from uuid import UUID

from sqlalchemy.orm import Session

from api.quotes.mail import News, told_of
from domain.calendar import Moment
from domain.leads import Lead, LeadRepository
from domain.quotes import Quote, QuoteRepository, note_expiry, warn_before_expiry
from domain.users import UserRepository
from domain.workspace import WorkspaceRepository


def expire_quotes(session: Session, moment: Moment, public_url: str = "") -> int:
    """Make leads due whose quote expires within three working days, and note what has expired.

    Expiry is noted once per quote: in the history, in the lead's follow-up, by mail to its owner.
    Answers how many quotes it dealt with; a second run on the same day finds none.
    """
    quotes = QuoteRepository(session)
    done = 0
    for id in quotes.to_warn(moment.today):
        quote, lead = _claimed(session, id)
        if quote.is_to_be_warned_of(moment.today):
            warn_before_expiry(quote, lead, moment)
            done += 1
    for id in quotes.to_expire(moment.today):
        quote, lead = _claimed(session, id)
        if quote.is_expired(moment.today) and not quote.expiry_noted:
            note_expiry(quote, lead, moment)
            _tell(session, quote, lead, moment, public_url)
            done += 1
    return done


def _claimed(session: Session, id: UUID) -> tuple[Quote, Lead]:
    """A quote and its lead, claimed in the order of all acts; by now it may have been answered."""
    quotes = QuoteRepository(session)
    lead = LeadRepository(session).claim(quotes.get(id).lead_id)
    return quotes.claim(id), lead


def _tell(session: Session, quote: Quote, lead: Lead, moment: Moment, public_url: str) -> None:
    workspace = WorkspaceRepository(session).the_one()
    news = News(workspace, public_url, moment.now)
    letter = news.expired(quote, told_of(lead, UserRepository(session)))
    if letter is not None:
        session.add(letter)
