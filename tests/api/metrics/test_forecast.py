"""Forecasts, targets and the pipeline over HTTP."""

from decimal import Decimal
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from domain.metrics import ForecastSnapshot, snapshot
from domain.users import SYSTEM
from tests.api.metrics.asking import answered, behind, month_of, titles
from tests.api.metrics.test_months import a_deal, move
from tests.conftest import Clock
from tests.factories import Staff

PRESENT, NEXT = "2026-11", "2026-12"


def take_snapshot(app: FastAPI, clock: Clock) -> bool:
    """What the worker does every night."""
    with app.state.database.writing(SYSTEM, clock.moment) as session:
        return snapshot.take(session, clock.moment)


def a_board(client: TestClient) -> None:
    """Open leads with and without a date, in stages of 5, 50 and 70 percent."""
    deals: tuple[tuple[str, str, str, str | None], ...] = (
        ("Slipped in May", "negotiation", "1000.00", "2026-05-04"),
        ("Slipped yesterday", "negotiation", "100.00", "2026-11-22"),
        ("Due today", "negotiation", "10.00", "2026-11-23"),
        ("This month", "prospect", "200.00", "2026-11-30"),
        ("Next month", "proposal_sent", "400.01", "2026-12-24"),
        ("Next year", "proposal_sent", "9.99", "2027-01-01"),
        ("Some day", "prospect", "77.00", None),
    )
    for title, stage, value, day in deals:
        a_deal(client, title, stage=stage, value=value, expected_close_on=day)


def test_the_present_forecast_is_won_and_expected_and_slipped(admin: TestClient) -> None:
    a_board(admin)
    move(admin, a_deal(admin, "Sold", value="5000.00"), "won")
    summary = answered(admin, "summary")
    assert summary["current"]["forecast"] == "5787.00"
    assert summary["slipped"] == {"leads": 2, "value": "1100.00"}
    assert summary["undated"] == {"leads": 1, "value": "77.00"}
    leads = behind(admin, PRESENT, "forecast")
    assert titles(leads) == {
        "Sold", "Slipped in May", "Slipped yesterday", "Due today", "This month",
    }  # fmt: skip
    assert {lead["title"] for lead in leads if lead["slipped"]} == {
        "Slipped in May",
        "Slipped yesterday",
    }
    assert titles(behind(admin, PRESENT, "slipped")) == {"Slipped in May", "Slipped yesterday"}
    assert titles(behind(admin, PRESENT, "undated")) == {"Some day"}
    assert weighed(leads) == Decimal(5787)


def weighed(leads: list[dict[str, Any]]) -> Decimal:
    """What a forecast adds up to from its leads."""
    return sum(
        (Decimal(lead["counted_value"]) * lead["probability"] / 100 for lead in leads),
        Decimal(0),
    )


def test_a_coming_months_forecast_is_what_is_expected_in_it(admin: TestClient) -> None:
    a_board(admin)
    months = answered(admin, "months", **{"from": NEXT, "to": "2027-02"})["items"]
    assert [month["forecast"] for month in months] == ["200.01", "5.00", "0.00"]
    assert titles(behind(admin, NEXT, "forecast")) == {"Next month"}
    assert behind(admin, NEXT, "undated") == []


def test_a_past_forecast_is_what_it_was_on_the_months_first_morning(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    admin = company.client("admin")
    a_board(admin)
    clock.advance(days=8)
    assert take_snapshot(app, clock)
    a_deal(admin, "Came later", stage="negotiation", expected_close_on="2026-12-20")
    (due,) = [lead for lead in behind(admin, NEXT, "forecast") if lead["title"] == "Next month"]
    move(admin, due, "lost", value="1.00")
    clock.advance(days=40)
    month = month_of(admin, NEXT)
    leads = behind(admin, NEXT, "forecast")
    assert titles(leads) == {
        "Slipped in May", "Slipped yesterday", "Due today", "This month", "Next month",
    }  # fmt: skip
    assert month["forecast"] == "987.01"
    assert weighed(leads) == Decimal("987.005")
    (counted,) = behind(admin, NEXT, "forecast", stage="proposal_sent")
    assert (counted["counted_value"], counted["value"]) == ("400.01", "1.00")


def test_a_forecast_that_was_not_kept_is_absent(admin: TestClient) -> None:
    assert month_of(admin, "2026-10")["forecast"] is None


def test_a_morning_without_leads_was_kept_all_the_same(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    clock.advance(days=8)
    assert take_snapshot(app, clock)
    clock.advance(days=40)
    assert month_of(company.client("admin"), NEXT)["forecast"] == "0.00"


def test_a_second_snapshot_of_a_morning_changes_nothing(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    admin = company.client("admin")
    a_board(admin)
    clock.advance(days=8)
    assert take_snapshot(app, clock)
    a_deal(admin, "Came later", stage="negotiation", expected_close_on="2026-12-20")
    clock.advance(hours=3)
    assert not take_snapshot(app, clock)
    clock.advance(days=40)
    assert "Came later" not in titles(behind(admin, NEXT, "forecast"))


def test_first_mornings_are_kept_for_ever_and_others_a_week(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    admin = company.client("admin")
    a_board(admin)
    for _ in range(40):
        clock.advance(days=1)
        assert take_snapshot(app, clock)
    with app.state.database.reading(SYSTEM, clock.moment) as session:
        days = kept_days(session)
    assert len(days) == 9
    assert days[0] == "2026-12-01"
    assert days[1:] == [f"2026-12-{day:02d}" for day in range(26, 32)] + [
        "2027-01-01",
        "2027-01-02",
    ]


def kept_days(session: Any) -> list[str]:
    """The mornings of which leads are kept, the oldest first."""
    days = session.scalars(
        select(ForecastSnapshot.taken_on).distinct().order_by(ForecastSnapshot.taken_on)
    )
    return [str(day) for day in days]


def test_a_kept_forecast_hides_what_is_private(app: FastAPI, company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    secret = {"stage": "negotiation", "expected_close_on": "2026-12-20", "value": "100.00"}
    a_deal(rep, "Secret", visibility="private", **secret)
    clock.advance(days=8)
    take_snapshot(app, clock)
    clock.advance(days=40)
    assert month_of(rep, NEXT)["forecast"] == "70.00"
    assert month_of(company.client("other_rep"), NEXT)["forecast"] == "0.00"
    assert behind(company.client("other_rep"), NEXT, "forecast") == []


def test_the_pipeline_counts_open_leads_by_stage(admin: TestClient, clock: Clock) -> None:
    a_deal(admin, "Old", value="100.00")
    clock.advance(days=9)
    a_deal(admin, "New", value="50.01")
    gone = a_deal(admin, "Gone", value="1.00")
    admin.delete(f"/api/v1/leads/{gone['id']}")
    board = answered(admin, "pipeline")
    first = board["items"][0]
    assert first == {
        "stage": "prospect",
        "name": "Prospect",
        "color": "#64748b",
        "probability": 5,
        "leads": 2,
        "value": "150.01",
        "weighted_value": "7.50",
        "mean_days": "4.5",
    }
    assert [stage["stage"] for stage in board["items"]][-1] == "sent_to_finance"
    assert board["items"][1]["mean_days"] is None
    assert (board["leads"], board["value"], board["weighted_value"]) == (2, "150.01", "7.50")


def test_targets_are_set_for_the_workspace_and_each_user(company: Staff) -> None:
    manager, rep = company.client("manager"), company.client("rep")
    path, asked = "/api/v1/targets", {"month": NEXT}
    empty: dict[str, Any] = {"month": NEXT, "currency": "EUR", "target": None, "users": []}
    assert rep.get(path, params=asked).json() == empty
    rita = {"id": str(company.ids["rep"]), "name": "Rita Rep"}
    wanted = {"target": "50000", "users": [{"user_id": rita["id"], "target": "20000.50"}]}
    told = manager.put(path, params=asked, json=wanted).json()
    assert told["target"] == "50000.00"
    assert told["users"] == [{"user": rita, "target": "20000.50"}]
    assert rep.get(path, params=asked).json() == told
    month = month_of(rep, NEXT)
    assert month["target"] == "50000.00"
    assert [(group["user"], group["target"]) for group in month["by_rep"]] == [(rita, "20000.50")]
    assert manager.put(path, params=asked, json={}).json() == empty
    assert rep.get(path).json()["month"] == PRESENT


def test_only_who_may_set_targets_sets_them(company: Staff) -> None:
    rep, manager = company.client("rep"), company.client("manager")
    path = "/api/v1/targets"
    assert rep.put(path, json={"target": "1"}).status_code == 403
    twice = [{"user_id": str(company.ids["rep"]), "target": "1"}] * 2
    stranger = [{"user_id": "01900000-0000-7000-8000-000000000000", "target": "1"}]
    for wrong in (
        {"target": 5},
        {"target": "0.001"},
        {"target": "-1"},
        {"users": twice},
        {"users": stranger},
    ):
        assert manager.put(path, json=wrong).status_code == 422, wrong
