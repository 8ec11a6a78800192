"""What sending a quote does to its lead."""

from datetime import date
from decimal import Decimal

import pytest

from domain.leads import LeadClosed, LostReason
from domain.pipelines import Outcome
from domain.quotes import QuoteNotDraft, QuoteState, follow_up_after_sending, token_hash, token_of
from tests.domain.quotes.offers import KEY, MONDAY, a_lead, a_quote, pipeline, sent

FAR_OFF = date(2026, 12, 23)


def test_sending_stamps_freezes_and_links() -> None:
    steps, quote = pipeline(), a_quote()
    document_id = sent(quote, a_lead(steps), steps)
    assert quote.state is QuoteState.SENT
    assert (quote.sent_at, quote.issued_on) == (MONDAY.now, MONDAY.today)
    assert quote.sent_to == ["nadia@northwind.example"]
    assert quote.document_id == document_id
    assert quote.link_nonce is not None
    assert quote.link_hash == token_hash(token_of(quote.id, quote.link_nonce, KEY))


def test_sending_moves_the_lead_to_its_proposal_stage_with_the_quotes_value() -> None:
    steps, quote = pipeline(), a_quote()
    lead = a_lead(steps)
    sent(quote, lead, steps)
    assert lead.stage_id == steps.proposal_stage.id
    assert lead.value == Decimal("100.00")
    assert lead.expected_close_on == date(2026, 12, 23)
    assert (lead.attempts, lead.last_contacted_at) == (1, MONDAY.now)


def test_a_lead_that_is_further_stays_where_it_is() -> None:
    steps = pipeline()
    lead = a_lead(steps, "negotiation")
    sent(a_quote(), lead, steps)
    assert lead.stage_id == steps.stage("negotiation").id


def test_a_won_lead_stays_as_it_was_won() -> None:
    steps = pipeline()
    lead = a_lead(steps, "won")
    sent(a_quote(), lead, steps)
    assert (lead.outcome, lead.value) == (Outcome.WON, Decimal("1250.00"))
    assert lead.next_follow_up_on is None


def test_a_lost_lead_reopens() -> None:
    steps = pipeline()
    lead = a_lead(steps, "lost", lost_reason=LostReason.PRICE)
    sent(a_quote(), lead, steps)
    assert (lead.outcome, lead.lost_reason) == (Outcome.OPEN, None)
    assert lead.next_follow_up_on == date(2026, 11, 26)


def test_the_value_stays_where_one_says_so() -> None:
    steps = pipeline()
    lead = a_lead(steps)
    sent(a_quote(), lead, steps, update_value=False)
    assert lead.value == Decimal("1250.00")


def test_an_agreed_day_is_taken_as_it_is() -> None:
    steps = pipeline()
    lead = a_lead(steps)
    sent(a_quote(), lead, steps, next_follow_up_on=date(2027, 2, 1))
    assert lead.next_follow_up_on == date(2027, 2, 1)


def test_a_won_lead_takes_no_follow_up() -> None:
    steps = pipeline()
    with pytest.raises(LeadClosed):
        sent(a_quote(), a_lead(steps, "won"), steps, next_follow_up_on=date(2027, 2, 1))


def test_a_quote_goes_out_once() -> None:
    steps, quote = pipeline(), a_quote()
    sent(quote, a_lead(steps), steps)
    with pytest.raises(QuoteNotDraft):
        sent(quote, a_lead(steps), steps)


@pytest.mark.parametrize(
    ("valid_until", "agreed", "planned"),
    [
        (FAR_OFF, None, date(2026, 11, 26)),
        (FAR_OFF, date(2026, 12, 15), date(2026, 11, 26)),
        (FAR_OFF, date(2026, 11, 25), date(2026, 11, 25)),
        (FAR_OFF, date(2026, 11, 23), date(2026, 11, 26)),
        (FAR_OFF, date(2026, 11, 2), date(2026, 11, 26)),
        (date(2026, 11, 25), None, date(2026, 11, 24)),
        (date(2026, 11, 23), None, date(2026, 11, 23)),
        (date(2026, 11, 28), None, date(2026, 11, 26)),
    ],
)
def test_a_sent_quote_is_asked_about_in_three_working_days_but_before_it_expires(
    valid_until: date, agreed: date | None, planned: date
) -> None:
    assert follow_up_after_sending(MONDAY.today, valid_until, agreed) == planned


def test_the_follow_up_falls_on_a_working_day() -> None:
    thursday = date(2026, 11, 26)
    assert follow_up_after_sending(thursday, FAR_OFF, None) == date(2026, 12, 1)
    assert follow_up_after_sending(thursday, date(2026, 11, 30), None) == date(2026, 11, 27)
