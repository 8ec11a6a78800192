"""A timeline names the documents that its events are about; tasks are found among activities."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.invoices.scenes import an_accepted_quote, post
from tests.factories import a_lead


def events(client: TestClient, lead: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The details of what happened, by what happened."""
    timeline = client.get(f"/api/v1/leads/{lead['id']}/timeline", params={"limit": 200}).json()
    return {entry["action"]: entry["details"] for entry in timeline["items"]}


def test_events_tell_the_number_of_their_document(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = an_accepted_quote(admin, lead)
    invoice = post(admin, f"/quotes/{quote['id']}/invoice", status=201)
    assert "number" not in events(admin, lead)["invoice.created"]
    issued = post(admin, f"/invoices/{invoice['id']}/issue")
    post(admin, f"/invoices/{invoice['id']}/payments", {"amount": "10.00"}, 201)
    told = events(admin, lead)
    assert told["quote.accepted"]["number"] == quote["number"]
    assert told["invoice.created"]["number"] == issued["number"]
    assert told["payment.recorded"] == {
        "amount": "10.00",
        "currency": "EUR",
        "number": issued["number"],
        "invoice_id": invoice["id"],
    }


def test_a_lost_lead_says_why_each_time(admin: TestClient) -> None:
    lead = a_lead(admin)
    path = f"/api/v1/leads/{lead['id']}"
    admin.patch(path, json={"stage": "lost", "lost_reason": "price"})
    admin.patch(path, json={"stage": "contacted"})
    assert events(admin, lead)["lead.lost"]["lost_reason"] == "price"


def test_tasks_to_be_done_are_found_among_other_activities(admin: TestClient) -> None:
    path = f"/api/v1/leads/{a_lead(admin)['id']}/activities"
    admin.post(path, json={"kind": "note", "body": "Hello"})
    first = admin.post(path, json={"kind": "task", "body": "Measure the roof"}).json()
    second = admin.post(path, json={"kind": "task", "body": "Order panels"}).json()
    admin.patch(f"/api/v1/activities/{first['id']}", json={"done_at": "2026-11-23T09:00:00Z"})

    def found(**params: str) -> list[str]:
        return [item["id"] for item in admin.get(path, params=params).json()["items"]]

    assert found(done="false") == [second["id"]]
    assert found(done="true") == [first["id"]]
    assert set(found(kind="task")) == {first["id"], second["id"]}
    assert len(found()) == 3
