"""What may happen to a quote, and what it refuses."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest

from domain.calendar import Moment
from domain.errors import Invalid
from domain.quotes import (
    Acceptance,
    AcceptanceStands,
    QuoteExpired,
    QuoteIncomplete,
    QuoteNotDraft,
    QuoteNotOpen,
    QuoteState,
    change_draft,
)
from tests.domain.quotes.offers import MONDAY, a_quote, a_sent_quote

AFTER_THE_LAST_DAY = Moment(datetime(2026, 12, 23, 23, 30, tzinfo=UTC), "Europe/Berlin")
LAST_MINUTE = Moment(datetime(2026, 12, 23, 22, 30, tzinfo=UTC), "Europe/Berlin")
CLOSED = [
    QuoteState.ACCEPTED,
    QuoteState.DECLINED,
    QuoteState.WITHDRAWN,
    QuoteState.SUPERSEDED,
]


def by_customer() -> Acceptance:
    return Acceptance(name="Nadia", how="online", evidence={"sha256": "f" * 64})


def by_us(*, late: bool = False) -> Acceptance:
    return Acceptance(
        name="Nadia", how="on paper", is_ours=True, is_late=late, evidence={"recorded_by": "Rita"}
    )


@pytest.mark.parametrize("state", [QuoteState.DRAFT, *CLOSED])
def test_only_a_sent_quote_is_answered_withdrawn_or_extended(state: QuoteState) -> None:
    quote = a_quote(state=state)
    acts: list[Callable[[], None]] = [
        partial(quote.accept, by_us(), MONDAY),
        partial(quote.decline, None, MONDAY, is_ours=True),
        quote.withdraw,
        partial(quote.extend, date(2027, 1, 31), MONDAY.today),
    ]
    for act in acts:
        with pytest.raises(QuoteNotOpen):
            act()
    assert quote.state is state


@pytest.mark.parametrize("state", [QuoteState.SENT, *CLOSED])
def test_only_a_draft_changes(state: QuoteState) -> None:
    quote = a_quote(state=state)
    with pytest.raises(QuoteNotDraft):
        change_draft(quote, {"notes": "Cheaper"}, MONDAY.today)


def test_an_offer_holds_to_the_end_of_its_last_day_in_workspace_time() -> None:
    assert a_sent_quote().status(LAST_MINUTE.today) == "sent"
    assert a_sent_quote().status(AFTER_THE_LAST_DAY.today) == "expired"


def test_only_an_unanswered_quote_expires() -> None:
    for state in (QuoteState.DRAFT, *CLOSED):
        assert a_quote(state=state).status(AFTER_THE_LAST_DAY.today) == state.value


def test_a_customer_cannot_answer_an_expired_offer() -> None:
    quote = a_sent_quote()
    with pytest.raises(QuoteExpired):
        quote.accept(by_customer(), AFTER_THE_LAST_DAY)
    with pytest.raises(QuoteExpired):
        quote.decline("Too dear", AFTER_THE_LAST_DAY, is_ours=False)
    assert quote.state is QuoteState.SENT


def test_staff_record_a_late_acceptance_only_as_such() -> None:
    quote = a_sent_quote()
    with pytest.raises(QuoteExpired, match="late"):
        quote.accept(by_us(), AFTER_THE_LAST_DAY)
    quote.accept(by_us(late=True), AFTER_THE_LAST_DAY)
    assert quote.state is QuoteState.ACCEPTED
    assert quote.accepted_on == date(2026, 12, 24)


def test_what_staff_recorded_is_withdrawn_until_it_is_invoiced() -> None:
    quote = a_sent_quote()
    quote.accept(by_us(), MONDAY)
    quote.invoiced_at = MONDAY.now
    with pytest.raises(AcceptanceStands):
        quote.take_back_acceptance("Wrong quote")
    quote.invoiced_at = None
    quote.take_back_acceptance("Wrong quote")
    assert quote.state is QuoteState.SENT
    assert (quote.accepted_at, quote.signed_by, quote.evidence) == (None, None, {})


def test_what_the_customer_accepted_stands() -> None:
    quote = a_sent_quote()
    quote.accept(by_customer(), MONDAY)
    with pytest.raises(AcceptanceStands):
        quote.take_back_acceptance("We changed our mind")


def test_a_quote_is_extended_only_to_a_later_day() -> None:
    quote = a_sent_quote()
    for day in (quote.valid_until, date(2026, 12, 1)):
        with pytest.raises(Invalid):
            quote.extend(day, MONDAY.today)
    quote.extend(date(2027, 1, 31), AFTER_THE_LAST_DAY.today)
    assert quote.status(AFTER_THE_LAST_DAY.today) == "sent"


def test_an_extended_quote_can_warn_and_expire_again() -> None:
    quote = a_sent_quote(expiry_warned=True, expiry_noted=True)
    quote.extend(date(2027, 1, 31), AFTER_THE_LAST_DAY.today)
    assert (quote.expiry_warned, quote.expiry_noted) == (False, False)


def test_a_replaced_quote_keeps_the_answer_it_got() -> None:
    waiting, declined = a_sent_quote(), a_quote(state=QuoteState.DECLINED)
    waiting.supersede()
    declined.supersede()
    assert (waiting.state, waiting.is_current) == (QuoteState.SUPERSEDED, False)
    assert (declined.state, declined.is_current) == (QuoteState.DECLINED, False)


def test_an_accepted_quote_is_sent_again_and_a_withdrawn_one_is_not() -> None:
    a_quote(state=QuoteState.ACCEPTED).demand_resendable(AFTER_THE_LAST_DAY.today)
    with pytest.raises(QuoteNotOpen):
        a_quote(state=QuoteState.WITHDRAWN).demand_resendable(MONDAY.today)
    with pytest.raises(QuoteExpired):
        a_sent_quote().demand_resendable(AFTER_THE_LAST_DAY.today)


def test_everything_that_keeps_a_quote_from_going_out_is_named_at_once() -> None:
    quote = a_quote(valid_until=date(2026, 11, 22))
    quote.lines.clear()
    with pytest.raises(QuoteIncomplete, match=r"line.*last day"):
        quote.demand_complete(MONDAY.today)


def test_a_percentage_takes_the_place_of_an_amount() -> None:
    quote = a_quote()
    change_draft(quote, {"discount_amount": Decimal(5)}, MONDAY.today)
    change_draft(quote, {"discount_percent": Decimal(3)}, MONDAY.today)
    assert quote.discount_percent == Decimal(3)
    assert quote.discount_amount is None


def test_a_draft_holds_to_a_day_that_is_still_to_come() -> None:
    for day in (None, date(2026, 11, 22)):
        with pytest.raises(Invalid):
            change_draft(a_quote(), {"valid_until": day}, MONDAY.today)


def test_only_the_first_view_counts() -> None:
    quote = a_sent_quote()
    quote.view(MONDAY.now)
    quote.view(AFTER_THE_LAST_DAY.now)
    assert quote.viewed_at == MONDAY.now


def test_the_second_revision_says_so_in_its_number() -> None:
    assert a_quote().label == "Q-2026-0001"
    assert a_quote(revision=2).label == "Q-2026-0001-R2"
