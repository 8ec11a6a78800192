"""What an answer, and the lack of one, does to the lead."""

from datetime import UTC, date, datetime
from decimal import Decimal

from domain.calendar import Moment
from domain.leads import Activity
from domain.pipelines import Outcome
from domain.quotes import (
    Acceptance,
    QuoteState,
    accept,
    ask,
    decline,
    note_expiry,
    warn_before_expiry,
    withdraw_acceptance,
)
from tests.domain.quotes.offers import MONDAY, a_lead, a_sent_quote, acts, pipeline

OURS = Acceptance(name="Nadia", how="on paper", is_ours=True, evidence={"recorded_by": "Rita"})
DAY_AFTER = Moment(datetime(2026, 12, 24, 6, tzinfo=UTC), "Europe/Berlin")


def test_acceptance_wins_the_lead_at_the_sum_of_its_accepted_quotes() -> None:
    steps = pipeline()
    lead = a_lead(steps, "proposal_sent")
    accept(a_sent_quote(), lead, steps, acts(), OURS, None)
    assert (lead.outcome, lead.value) == (Outcome.WON, Decimal("100.00"))
    accept(a_sent_quote(), lead, steps, acts(), OURS, Decimal("100.00"))
    assert lead.value == Decimal("200.00")


def test_the_closing_move_carries_the_accepted_value() -> None:
    steps, doing = pipeline(), acts()
    accept(a_sent_quote(), a_lead(steps, "proposal_sent"), steps, doing, OURS, None)
    (move,) = doing.session.new
    assert (move.to_outcome, move.value) == (Outcome.WON, Decimal("100.00"))


def test_withdrawing_an_acceptance_puts_the_lead_back_to_its_proposal_stage() -> None:
    steps, quote = pipeline(), a_sent_quote()
    lead = a_lead(steps, "proposal_sent")
    accept(quote, lead, steps, acts(), OURS, None)
    withdraw_acceptance(quote, lead, steps, acts(), "Wrong quote", None)
    assert quote.state is QuoteState.SENT
    assert lead.stage_id == steps.proposal_stage.id
    assert lead.next_follow_up_on == date(2026, 11, 26)


def test_a_lead_with_another_accepted_quote_stays_won() -> None:
    steps, quote = pipeline(), a_sent_quote()
    lead = a_lead(steps, "proposal_sent")
    accept(quote, lead, steps, acts(), OURS, Decimal("40.00"))
    withdraw_acceptance(quote, lead, steps, acts(), "Wrong quote", Decimal("40.00"))
    assert (lead.outcome, lead.value) == (Outcome.WON, Decimal("40.00"))


def test_declining_keeps_the_stage_and_has_the_lead_followed_up_today() -> None:
    steps, quote = pipeline(), a_sent_quote()
    lead = a_lead(steps, "negotiation")
    decline(quote, lead, acts(), "Too dear", is_ours=False)
    assert (quote.state, quote.decline_reason) == (QuoteState.DECLINED, "Too dear")
    assert lead.stage_id == steps.stage("negotiation").id
    assert lead.next_follow_up_on == MONDAY.today


def test_a_question_is_an_incoming_message_for_today() -> None:
    steps = pipeline()
    lead = a_lead(steps, "proposal_sent")
    asked: Activity = ask(a_sent_quote(), lead, steps, acts(), "When can you start?")
    assert asked.reached_somebody
    assert "When can you start?" in asked.body
    assert (lead.last_contacted_at, lead.attempts) == (MONDAY.now, 0)
    assert lead.next_follow_up_on == MONDAY.today


def test_a_lead_is_due_before_its_quote_expires() -> None:
    steps, quote = pipeline(), a_sent_quote()
    lead = a_lead(steps, "proposal_sent")
    warn_before_expiry(quote, lead, MONDAY)
    assert lead.next_follow_up_on == MONDAY.today
    assert quote.expiry_warned


def test_an_overdue_follow_up_stays_overdue_when_the_quote_is_about_to_expire() -> None:
    steps = pipeline()
    lead = a_lead(steps, "proposal_sent", next_follow_up_on=date(2026, 11, 2))
    warn_before_expiry(a_sent_quote(), lead, MONDAY)
    assert lead.next_follow_up_on == date(2026, 11, 2)


def test_an_expired_quote_is_followed_up_that_day() -> None:
    steps, quote = pipeline(), a_sent_quote()
    lead = a_lead(steps, "proposal_sent")
    note_expiry(quote, lead, DAY_AFTER)
    assert lead.next_follow_up_on == DAY_AFTER.today
    assert quote.expiry_noted


def test_expiry_leaves_a_closed_lead_alone() -> None:
    steps = pipeline()
    lead = a_lead(steps, "won")
    note_expiry(a_sent_quote(), lead, DAY_AFTER)
    warn_before_expiry(a_sent_quote(), lead, DAY_AFTER)
    assert lead.next_follow_up_on is None
