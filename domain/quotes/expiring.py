"""What the calendar does to a quote that nobody has answered; the worker asks once a day."""

from domain.calendar import Moment
from domain.leads import Lead
from domain.quotes.model import Quote


def warn_before_expiry(quote: Quote, lead: Lead, moment: Moment) -> None:
    """Let the lead be due while there is still time to ask; an earlier agreed day stays."""
    quote.expiry_warned = True
    present = lead.next_follow_up_on
    if lead.is_open and (present is None or present > moment.today):
        lead.follow_up(moment.today)


def note_expiry(quote: Quote, lead: Lead, moment: Moment) -> None:
    """Tell the history once that the offer ran out, and have the lead followed up that day."""
    quote.expiry_noted = quote.expiry_warned = True
    quote.happened("quote.expired", valid_until=quote.valid_until)
    if lead.is_open:
        lead.follow_up(moment.today)
