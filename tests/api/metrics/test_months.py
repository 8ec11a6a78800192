"""Figures by month over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.metrics.asking import METRICS, answered, behind, month_of, titles
from tests.conftest import Clock
from tests.factories import Staff, a_lead

PRESENT = "2026-11"


def a_deal(client: TestClient, title: str, **fields: Any) -> dict[str, Any]:
    """A lead without a customer, so that many can be opened quickly."""
    return a_lead(client, title=title, contact=None, company=None, **fields)


def move(client: TestClient, lead: dict[str, Any], stage: str, **fields: Any) -> None:
    """Move a lead to a stage."""
    body = {"stage": stage, **({"lost_reason": "price"} if stage == "lost" else {}), **fields}
    answer = client.patch(f"/api/v1/leads/{lead['id']}", json=body)
    assert answer.status_code == 200, answer.text


def test_a_month_with_nothing_in_it_is_a_row_of_zeros(admin: TestClient) -> None:
    month = month_of(admin, "2031-02")
    groups = {name: month.pop(name) for name in ("by_stage", "by_source", "by_rep")}
    assert month == {
        "month": "2031-02",
        "new_leads": 0,
        "won": 0,
        "lost": 0,
        "lost_not_a_lead": 0,
        "close_rate": None,
        "conversion": None,
        "average_deal": None,
        "won_value": "0.00",
        "lost_value": "0.00",
        "forecast": "0.00",
        "expected": "0.00",
        "target": None,
        "attainment": None,
        "gap": None,
        "forecast_gap": None,
        "invoiced": "0.00",
        "invoiced_gross": "0.00",
        "collected": "0.00",
        "currency": "EUR",
        "scope": "all",
    }
    assert groups["by_source"] == groups["by_rep"] == []
    assert {stage["leads"] for stage in groups["by_stage"]} == {0}


def test_won_and_lost_are_counted_with_their_values(admin: TestClient) -> None:
    for number, value in enumerate(("1000.00", "2000.00", "500.01")):
        move(admin, a_deal(admin, f"Won {number}", value=value), "won")
    move(admin, a_deal(admin, "Too dear", value="700.00"), "lost")
    move(admin, a_deal(admin, "Spam", value="0.00"), "lost", lost_reason="not_a_lead")
    a_deal(admin, "Open")
    month = month_of(admin, PRESENT)
    assert (month["new_leads"], month["won"], month["lost"]) == (6, 3, 2)
    assert month["lost_not_a_lead"] == 1
    assert month["close_rate"] == "0.7500"
    assert month["conversion"] == "0.5000"
    assert (month["won_value"], month["lost_value"]) == ("3500.01", "700.00")
    assert month["average_deal"] == "1166.67"
    assert titles(behind(admin, PRESENT, "lost")) == {"Too dear", "Spam"}


def test_reopening_changes_no_past_month(admin: TestClient, clock: Clock) -> None:
    lead = a_deal(admin, "Back and forth", value="900.00")
    move(admin, lead, "won")
    clock.advance(days=30)
    move(admin, lead, "negotiation", value="1.00")
    assert month_of(admin, PRESENT)["won_value"] == "900.00"
    assert titles(behind(admin, PRESENT, "won")) == {"Back and forth"}
    december = month_of(admin, "2026-12")
    assert (december["won"], december["lost"]) == (0, 0)
    move(admin, lead, "lost")
    assert month_of(admin, "2026-12")["lost_value"] == "1.00"
    assert month_of(admin, PRESENT)["won"] == 1


def test_the_last_move_of_a_month_decides(admin: TestClient, clock: Clock) -> None:
    lead = a_deal(admin, "Undecided")
    for stage in ("won", "lost", "prospect"):
        move(admin, lead, stage)
        clock.advance(minutes=1)
    month = month_of(admin, PRESENT)
    assert (month["won"], month["lost"]) == (0, 0)
    move(admin, lead, "won")
    assert month_of(admin, PRESENT)["won"] == 1


def test_later_edits_leave_what_was_closed_as_it_was(admin: TestClient, company: Staff) -> None:
    lead = a_deal(admin, "Sold", value="100.00", source="Fair", owner_id=str(company.ids["rep"]))
    move(admin, lead, "won")
    change = {"value": "999.00", "source": "Web", "owner_id": str(company.ids["other_rep"])}
    admin.patch(f"/api/v1/leads/{lead['id']}", json=change)
    month = month_of(admin, PRESENT)
    assert month["won_value"] == "100.00"
    assert [(rep["user"]["name"], rep["won"]) for rep in month["by_rep"]] == [("Rita Rep", 1)]
    won_by_source = {group["source"]: group["won"] for group in month["by_source"]}
    assert won_by_source == {"Fair": 1, "Web": 0}
    (counted,) = behind(admin, PRESENT, "won", source="fair")
    assert (counted["counted_value"], counted["value"]) == ("100.00", "999.00")


def test_a_move_between_two_won_stages_wins_nothing_again(admin: TestClient, clock: Clock) -> None:
    (pipeline,) = admin.get("/api/v1/pipelines").json()["items"]
    stage = {"key": "signed", "name": "Signed", "color": "#00ff00", "probability": 100}
    path = f"/api/v1/pipelines/{pipeline['id']}/stages"
    assert admin.post(path, json={**stage, "outcome": "won"}).status_code == 201
    lead = a_deal(admin, "Once", value="10.00")
    move(admin, lead, "won")
    clock.advance(minutes=1)
    move(admin, lead, "signed")
    assert month_of(admin, PRESENT)["won"] == 1
    clock.advance(days=30)
    move(admin, lead, "won")
    assert month_of(admin, PRESENT)["won"] == 1
    assert month_of(admin, "2026-12")["won"] == 0


def test_months_begin_at_midnight_in_the_workspaces_zone(admin: TestClient) -> None:
    dates = {"created_at": "2026-03-31T21:59:00Z", "closed_at": "2026-04-30T22:00:00Z"}
    a_deal(admin, "Berlin", stage="won", **dates)
    months = answered(admin, "months", **{"from": "2026-03", "to": "2026-05"})["items"]
    assert [month["new_leads"] for month in months] == [1, 0, 0]
    assert [month["won"] for month in months] == [0, 0, 1]


def test_the_leads_of_a_month_are_told_by_their_stage_at_its_end(
    admin: TestClient, clock: Clock
) -> None:
    lead = a_deal(admin, "Moves on", value="50.00")
    a_deal(admin, "Stays", value="70.00")
    move(admin, lead, "contacted")
    clock.advance(days=30)
    move(admin, lead, "negotiation")
    groups = {group["stage"]: group for group in month_of(admin, PRESENT)["by_stage"]}
    assert (groups["contacted"]["leads"], groups["contacted"]["value"]) == (1, "50.00")
    assert (groups["prospect"]["leads"], groups["negotiation"]["leads"]) == (1, 0)
    assert titles(behind(admin, PRESENT, "new_leads", stage="contacted")) == {"Moves on"}


def test_leads_without_a_source_are_a_group_of_their_own(admin: TestClient) -> None:
    a_deal(admin, "Web one", source="Web")
    a_deal(admin, "Web two", source="WEB")
    a_deal(admin, "Nowhere")
    groups = {group["source"]: group["leads"] for group in month_of(admin, PRESENT)["by_source"]}
    assert groups == {"WEB": 2, None: 1}
    assert titles(behind(admin, PRESENT, "new_leads", source="")) == {"Nowhere"}
    assert len(behind(admin, PRESENT, "new_leads", source="web")) == 2


def test_a_reps_figures_leave_out_what_is_hidden_from_them(company: Staff) -> None:
    rep, other = company.client("rep"), company.client("other_rep")
    move(rep, a_deal(rep, "Public", value="10.00"), "won")
    move(rep, a_deal(rep, "Private", value="90.00", visibility="private"), "won")
    a_deal(rep, "Open and private", visibility="private", expected_close_on="2026-11-30")
    for who, scope, won_value, leads in (
        (company.client("admin"), "all", "100.00", 3),
        (rep, "visible", "100.00", 3),
        (other, "visible", "10.00", 1),
    ):
        month = month_of(who, PRESENT)
        assert (month["scope"], month["won_value"]) == (scope, won_value)
        assert len(behind(who, PRESENT, "new_leads")) == month["new_leads"] == leads
    assert titles(behind(other, PRESENT, "won")) == {"Public"}
    assert titles(behind(other, PRESENT, "forecast")) == {"Public"}
    assert month_of(other, PRESENT)["forecast"] == "10.00"
    board = answered(other, "pipeline")
    assert (board["leads"], board["scope"]) == (0, "visible")


def test_archiving_changes_no_past_month(admin: TestClient) -> None:
    lead = a_deal(admin, "Filed", value="10.00")
    move(admin, lead, "won")
    admin.delete(f"/api/v1/leads/{lead['id']}")
    assert month_of(admin, PRESENT)["won"] == 1
    assert titles(behind(admin, PRESENT, "won")) == {"Filed"}


def test_a_span_of_months_is_bounded(admin: TestClient) -> None:
    months = answered(admin, "months")["items"]
    assert (months[0]["month"], months[-1]["month"], len(months)) == ("2025-12", PRESENT, 12)
    ten_years = {"from": "2017-01", "to": "2026-12"}
    assert len(answered(admin, "months", **ten_years)["items"]) == 120
    for wrong in (
        {"from": "2016-12", "to": "2026-12"},
        {"from": "2026-12", "to": "2026-11"},
        {"from": "2026-13"},
        {"to": "0000-01"},
        {"from": "november"},
    ):
        assert admin.get(f"{METRICS}/months", params=wrong).status_code == 422, wrong
    for wrong_month in ("2026-00", "0001-01", "9999-12", "2026-1"):
        assert admin.get(f"{METRICS}/months/{wrong_month}").status_code == 422, wrong_month
    assert admin.get(f"{METRICS}/months/2026-11/leads").status_code == 422


def test_the_summary_sets_a_month_beside_the_one_before(admin: TestClient) -> None:
    a_deal(admin, "October", created_at="2026-10-05T09:00:00Z")
    a_deal(admin, "Now")
    summary = answered(admin, "summary")
    assert summary["current"]["month"] == PRESENT
    assert summary["previous"]["month"] == "2026-10"
    assert (summary["current"]["new_leads"], summary["previous"]["new_leads"]) == (1, 1)
    assert summary["undated"] == {"leads": 2, "value": "2500.00"}
    earlier = answered(admin, "summary", month="2026-01")
    assert (earlier["current"]["month"], earlier["previous"]["month"]) == ("2026-01", "2025-12")
    assert earlier["undated"]["leads"] == 0
