"""Every number agrees with the list behind it, and with the same sums done by hand."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import Month
from domain.errors import Invalid
from domain.leads import LostReason
from domain.pipelines import Outcome
from tests.api.metrics.asking import answered, behind, month_of
from tests.api.metrics.replay import CENT, Deal, Replay, Standing
from tests.conftest import Clock
from tests.factories import Staff

BEGIN = datetime(2026, 10, 26, 9, 30, tzinfo=UTC)
MONTHS = [Month(2026, 9), Month(2026, 10), Month(2026, 11), Month(2026, 12), Month(2027, 1)]
OWNERS = ("rep", "other_rep")
SOURCES = (None, "Web", "WEB", "Trade fair")
STAGES = ("prospect", "proposal_sent", "negotiation", "won", "lost")

values = st.integers(0, 500_000).map(lambda cents: Decimal(cents) * CENT)
days = st.one_of(st.none(), st.dates(date(2026, 10, 1), date(2027, 1, 31)))
acts = st.one_of(
    st.tuples(
        st.just("open"), st.sampled_from(OWNERS), values, st.sampled_from(SOURCES), days,
        st.booleans(),
    ),
    st.tuples(st.just("move"), st.integers(0, 99), st.sampled_from(STAGES),
              st.sampled_from(LostReason)),
    st.tuples(st.just("edit"), st.integers(0, 99), st.sampled_from(OWNERS), values,
              st.sampled_from(SOURCES), days),
    st.tuples(st.just("archive"), st.integers(0, 99)),
    st.tuples(st.just("sleep"), st.integers(1, 20)),
)  # fmt: skip


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=st.lists(acts, min_size=4, max_size=20))
def test_every_number_agrees_with_its_list_and_with_sums_by_hand(
    app: FastAPI, company: Staff, clock: Clock, story: list[Any]
) -> None:
    clock.now = BEGIN
    replay = Replay(app.state.database, clock)
    replay.clear()
    for act in story:
        play(replay, company, act)
    for who in ("admin", "other_rep"):
        seen = Figures(replay, company, who)
        for month in MONTHS:
            seen.check(month)


def play(replay: Replay, company: Staff, act: Any) -> None:
    """Do one act of a story."""
    kind, *facts = act
    if kind == "open":
        owner, value, source, day, private = facts
        replay.open(company.ids[owner], value, source, day, private)
    elif kind == "move":
        which, stage, reason = facts
        losing = {"lost_reason": reason} if stage == "lost" else {}
        replay.change(which, stage=stage, **losing)
    elif kind == "edit":
        which, owner, value, source, day = facts
        edits = {"owner_id": company.ids[owner], "value": value, "source": source}
        try:
            replay.change(which, **edits, expected_close_on=day)
        except Invalid:
            # From the proposal stage on a deal keeps its day.
            assert day is None
            replay.change(which, **edits)
    elif kind == "archive":
        replay.change(facts[0], archived=True)
    else:
        replay.sleep(facts[0])


Counted = list[tuple[Deal, Standing]]


class Figures:
    """What one viewer is told, beside what that viewer should be told."""

    def __init__(self, replay: Replay, company: Staff, who: str) -> None:
        self.replay, self.company, self.who = replay, company, who
        self.client = company.client(who)

    def check(self, month: Month) -> None:
        """Compare a month's numbers and lists with the story."""
        new = self.seen(self.replay.new_leads(month))
        won = self.seen(self.replay.closed(month, Outcome.WON))
        lost = self.seen(self.replay.closed(month, Outcome.LOST))
        told = month_of(self.client, str(month))
        assert (told["new_leads"], told["won"], told["lost"]) == (len(new), len(won), len(lost))
        assert told["won_value"] == total(won)
        assert told["lost_value"] == total(lost)
        spam = [at for _, at in lost if at.lost_reason is LostReason.NOT_A_LEAD]
        assert told["close_rate"] == rate(len(won), len(won) + len(lost) - len(spam))
        converted = [deal for deal, _ in new if deal.now.outcome is Outcome.WON]
        assert told["conversion"] == rate(len(converted), len(new))
        self.compare(month, "new_leads", new)
        self.compare(month, "won", won)
        self.compare(month, "lost", lost)
        self.check_forecast(month, told, won)
        self.check_groups(month, told, new, won)

    def seen(self, counted: Counted) -> Counted:
        """The leads that this viewer may see."""
        mine = self.company.ids[self.who]
        return [
            (deal, at)
            for deal, at in counted
            if self.who == "admin" or not deal.private or deal.now.owner_id == mine
        ]

    def compare(self, month: Month, figure: str, wanted: Counted) -> None:
        """The list behind a figure holds exactly the leads that count, with what they count."""
        told = behind(self.client, str(month), figure)
        assert Counter((lead["id"], lead["counted_value"]) for lead in told) == Counter(
            (str(at.lead_id), f"{at.value:.2f}") for _, at in wanted
        )
        groups = answered(self.client, f"months/{month}/groups", figure=figure)
        assert (groups["leads"], groups["value"]) == (len(wanted), total(wanted))
        for kind in ("by_stage", "by_source", "by_rep"):
            assert sum(group["leads"] for group in groups[kind]) == len(wanted)

    def check_forecast(self, month: Month, told: Any, won: Counted) -> None:
        """The forecast is won so far and Σ value × probability; its list holds just those leads."""
        expected = self.replay.expected(month)
        if expected is None:
            assert told["forecast"] is None
            return
        present = Month.of(self.replay.clock.moment.today)
        counted = self.seen(expected)
        certain = won if month == present else []
        weighed = sum((at.value * at.probability / 100 for _, at in counted), Decimal(0))
        weighed += sum((at.value for _, at in certain), Decimal(0))
        assert told["forecast"] == f"{weighed.quantize(CENT, ROUND_HALF_UP):.2f}"
        self.compare(month, "forecast", [*counted, *certain])
        for lead in behind(self.client, str(month), "forecast"):
            since = month.first if month < present else self.replay.clock.moment.today
            at = next(at for _, at in [*counted, *certain] if str(at.lead_id) == lead["id"])
            passed = at.outcome is Outcome.OPEN and at.expected_close_on is not None
            assert lead["slipped"] is (passed and str(at.expected_close_on) < str(since))

    def check_groups(self, month: Month, told: Any, new: Counted, won: Counted) -> None:
        """Stages, sources and reps add up to the month, and each opens to its own leads."""
        by_stage = Counter(at.stage for _, at in new)
        assert {group["stage"]: group["leads"] for group in told["by_stage"] if group["leads"]} == (
            by_stage
        )
        for stage, leads in by_stage.items():
            assert len(behind(self.client, str(month), "new_leads", stage=stage)) == leads
        for group in told["by_source"]:
            source = group["source"] or ""
            for figure, number in (("new_leads", group["leads"]), ("won", group["won"])):
                found = behind(self.client, str(month), figure, source=source)
                assert len(found) == number
        won_by: defaultdict[str, Decimal] = defaultdict(Decimal)
        for _, at in won:
            won_by[str(at.owner_id)] += at.value
        for group in told["by_rep"]:
            user = group["user"]["id"]
            assert group["won_value"] == f"{won_by[user]:.2f}"
            assert len(behind(self.client, str(month), "won", owner=user)) == group["won"]
        assert sum(group["lost"] for group in told["by_rep"]) == told["lost"]


def total(counted: Counted) -> str:
    """Σ value."""
    return f"{sum((at.value for _, at in counted), Decimal(0)):.2f}"


def rate(part: int, whole: int) -> str | None:
    """A ratio at four decimals."""
    if not whole:
        return None
    return f"{(Decimal(part) / whole).quantize(Decimal('0.0001'), ROUND_HALF_UP):f}"


@pytest.mark.parametrize("who", ["admin", "rep"])
def test_months_and_a_single_month_tell_the_same(company: Staff, who: str) -> None:
    client: TestClient = company.client(who)
    listed = answered(client, "months", **{"from": "2026-10", "to": "2026-12"})["items"]
    for month in listed:
        single = month_of(client, month["month"])
        assert {name: single[name] for name in month} == month
