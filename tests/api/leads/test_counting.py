"""Leads counted: numbers and sums that agree with the lists, and the sources in use."""

from typing import Any

from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead


def by_stage(client: TestClient, **params: str) -> dict[str, Any]:
    answer = client.get("/api/v1/leads/by-stage", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def stages(found: dict[str, Any]) -> dict[str, tuple[int, str]]:
    return {each["stage"]: (each["leads"], each["value"]) for each in found["items"]}


def test_every_stage_is_told_in_order_with_its_sum(admin: TestClient) -> None:
    a_lead(admin, value="1250.00")
    a_lead(admin, value="0.01", stage="qualified")
    a_lead(admin, value="99.99", stage="qualified")
    found = by_stage(admin)
    assert [each["stage"] for each in found["items"]][:3] == ["prospect", "contacted", "qualified"]
    assert stages(found)["qualified"] == (2, "100.00")
    assert stages(found)["contacted"] == (0, "0.00")
    assert (found["leads"], found["value"], found["currency"]) == (3, "1350.00", "EUR")


def test_the_filters_of_the_list_hold(admin: TestClient) -> None:
    a_lead(admin, source="Fair", value="10.00")
    other = a_lead(admin, source="Website", value="20.00")
    admin.delete(f"/api/v1/leads/{a_lead(admin, source='Fair')['id']}")
    assert by_stage(admin, source="fair")["value"] == "10.00"
    admin.patch(f"/api/v1/leads/{other['id']}", json={"stage": "won"})
    closed = by_stage(admin, closed_from="2026-11-01")
    assert stages(closed)["won"] == (1, "20.00")
    assert closed["leads"] == 1
    assert by_stage(admin, closed_from="2026-12-01")["leads"] == 0


def test_a_pipeline_that_does_not_exist_is_named(admin: TestClient) -> None:
    unknown = {"pipeline": "00000000-0000-4000-8000-000000000000"}
    answer = admin.get("/api/v1/leads/by-stage", params=unknown)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "pipeline", "message": "There is no such pipeline."}
    ]


def test_what_is_hidden_adds_nothing(company: Staff) -> None:
    a_lead(company.client("rep"), visibility="private", value="500.00")
    assert by_stage(company.client("other_rep"))["leads"] == 0
    assert by_stage(company.client("rep"))["value"] == "500.00"


def test_sources_are_told_once_however_they_are_written(company: Staff) -> None:
    admin = company.client("admin")
    for source in ("Fair", "fair", "Website", None):
        a_lead(admin, source=source)
    a_lead(company.client("rep"), source="Secret", visibility="private")
    told = company.client("other_rep").get("/api/v1/leads/sources").json()["items"]
    assert [(each["source"].lower(), each["leads"]) for each in told] == [
        ("fair", 2),
        ("website", 1),
    ]
