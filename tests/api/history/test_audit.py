"""The audit log over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.conftest import Clock
from tests.factories import Staff, a_lead

PATH = "/api/v1/audit"


def entries(client: TestClient, **filters: Any) -> list[dict[str, Any]]:
    """What the log tells somebody."""
    answer = client.get(PATH, params=filters)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def test_an_entry_says_who_did_what_and_when(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    clock.advance(hours=1)
    rep.patch(f"/api/v1/leads/{lead['id']}", json={"value": "1300.00"})
    newest = entries(company.client("admin"), entity="lead", entity_id=lead["id"])[0]
    assert newest["action"] == "lead.updated"
    assert newest["at"].startswith("2026-11-23T12:00:00")
    assert newest["at_local"] == "2026-11-23T13:00:00+01:00"
    assert newest["actor"]["user"] == {"id": str(company.ids["rep"]), "name": "Rita Rep"}
    assert newest["actor"]["key"]["name"] == "rep's key"
    assert newest["lead_id"] == lead["id"]
    assert (newest["before"], newest["after"]) == ({"value": "1250"}, {"value": "1300"})


def test_entries_of_a_deal_say_what_the_lead_is_called_today(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    rep.post(f"/api/v1/leads/{lead['id']}/quotes", json={})
    rep.patch(f"/api/v1/leads/{lead['id']}", json={"title": "Lathe retrofit"})
    told = entries(company.client("admin"), lead=lead["id"])
    assert {one["entity"] for one in told} >= {"lead", "quote"}
    assert {one["lead_title"] for one in told} == {"Lathe retrofit"}
    [quote] = entries(company.client("viewer"), entity="quote")
    assert quote["lead_title"] == "Lathe retrofit"
    changed = entries(company.client("admin"), entity="user")
    assert all(one["lead_title"] is None for one in changed)


def test_the_log_is_narrowed_by_actor_action_and_days(company: Staff, clock: Clock) -> None:
    a_lead(company.client("rep"))
    clock.advance(days=1)
    a_lead(company.client("other_rep"), title="Later")
    admin = company.client("admin")
    assert {e["actor"]["user"]["name"] for e in entries(admin, actor=company.ids["rep"])} == {
        "Rita Rep"
    }
    assert len(entries(admin, action="lead.created")) == 2
    assert len(entries(admin, action="lead.created", to="2026-11-23")) == 1
    later = entries(admin, action="lead.created", **{"from": "2026-11-24"})
    assert [e["after"]["title"] for e in later] == ["Later"]


def test_what_happened_to_a_hidden_lead_is_hidden_with_it(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    other = company.client("other_rep")
    assert entries(other, entity="lead") == []
    assert entries(other, entity_id=lead["id"]) == []
    assert len(entries(company.client("admin"), lead=lead["id"])) == 1
    assert len(entries(company.client("rep"), entity="lead")) == 1


def test_the_log_is_read_in_pages(company: Staff) -> None:
    admin = company.client("admin")
    for number in range(3):
        a_lead(admin, title=f"Lead {number}")
    seen: list[str] = []
    cursor = None
    while True:
        page = admin.get(PATH, params={"limit": 2, "cursor": cursor, "count": True}).json()
        seen += [entry["id"] for entry in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == page["total"]
