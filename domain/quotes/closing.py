"""What closing a lead by hand means for the offers that are out."""

from domain.leads import Lead, LeadActs, OpenOffers, before_closing
from domain.pipelines import Outcome, Stage
from domain.quotes.refusals import OpenQuote
from domain.quotes.repository import QuoteRepository


def settle_open_quotes(acts: LeadActs, lead: Lead, stage: Stage, wish: OpenOffers | None) -> None:
    """Losing withdraws open quotes; winning by hand asks what becomes of them."""
    quotes = QuoteRepository(acts.session).claim_open_of(lead.id)
    if not quotes or (wish is OpenOffers.KEEP and stage.outcome is Outcome.WON):
        return
    if stage.outcome is Outcome.WON and wish is None:
        named = ", ".join(quote.label for quote in quotes)
        raise OpenQuote(
            f"{named} is still open. Record its acceptance, or win the lead without it: send "
            "`open_quotes` as `keep` or `withdraw`."
        )
    for quote in quotes:
        quote.withdraw(because=f"lead {stage.outcome.value}")


before_closing(settle_open_quotes)
