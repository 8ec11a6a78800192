"""The worker's daily look at quotes that are about to expire, or have."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.quotes import expire_quotes
from domain.users import SYSTEM
from tests.api.quotes.offers import a_sent_quote, read
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def look(app: FastAPI, clock: Clock) -> int:
    """One run of the daily job."""
    with app.state.database.writing(SYSTEM, clock.moment) as session:
        return expire_quotes(session, clock.moment, "http://testserver")


def follow_up(client: TestClient, id: str) -> str:
    return str(read(client, f"/leads/{id}")["next_follow_up_on"])


def test_three_working_days_before_its_quote_expires_a_lead_is_due(
    company: Staff, clock: Clock
) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    a_sent_quote(rep, lead, valid_until="2026-12-07")
    rep.patch(f"/api/v1/leads/{lead['id']}", json={"next_follow_up_on": "2027-01-15"})
    clock.advance(days=8)
    assert look(company.app, clock) == 0
    assert follow_up(rep, lead["id"]) == "2027-01-15"
    clock.advance(days=1)
    assert look(company.app, clock) == 1
    assert follow_up(rep, lead["id"]) == "2026-12-02"
    assert look(company.app, clock) == 0


def test_an_unanswered_quote_expires_once(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead, valid_until="2026-12-07")
    rep.patch(f"/api/v1/leads/{lead['id']}", json={"next_follow_up_on": "2027-01-15"})
    clock.advance(days=14, hours=11.5)
    assert read(rep, f"/quotes/{quote['id']}")["status"] == "sent"
    clock.advance(hours=1)
    assert read(rep, f"/quotes/{quote['id']}")["status"] == "expired"
    for _ in range(3):
        look(company.app, clock)
        clock.advance(days=1)
    assert follow_up(rep, lead["id"]) == "2026-12-08"
    (entry,) = read(rep, "/audit?action=quote.expired")["items"]
    assert (entry["entity_id"], entry["actor"]["user"]["id"]) == (quote["id"], None)
    (mail,) = [mail for mail in read(rep, "/mails")["items"] if mail["kind"] == "quote.expired"]
    assert mail["to"] == ["rep@example.com"]
    assert lead["id"] in read(rep, f"/mails/{mail['id']}")["text"]


def test_an_answered_quote_does_not_expire(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    rep.post(f"/api/v1/quotes/{quote['id']}/accept", json={"name": "Nadia", "how": "On paper"})
    clock.advance(days=60)
    assert look(company.app, clock) == 0
    assert read(rep, f"/quotes/{quote['id']}")["status"] == "accepted"


def test_an_extended_quote_expires_again(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep, valid_until="2026-11-30")
    clock.advance(days=8)
    assert look(company.app, clock) == 1
    rep.post(f"/api/v1/quotes/{quote['id']}/extend", json={"valid_until": "2026-12-31"})
    assert read(rep, f"/quotes/{quote['id']}")["status"] == "sent"
    clock.advance(days=40)
    assert look(company.app, clock) == 1
    assert len(read(rep, "/audit?action=quote.expired")["items"]) == 2


def test_a_quote_that_is_sent_for_two_days_is_not_warned_of(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    a_sent_quote(rep, lead, valid_until="2026-11-25")
    assert look(company.app, clock) == 0
    assert follow_up(rep, lead["id"]) == "2026-11-24"


def test_the_administrators_are_told_where_the_owner_is_gone(company: Staff, clock: Clock) -> None:
    rep, admin = company.client("rep"), company.client("admin")
    a_sent_quote(rep, valid_until="2026-11-24")
    user = f"/api/v1/users/{company.ids['rep']}"
    assert admin.patch(user, json={"active": False}).status_code == 200
    clock.advance(days=2)
    look(company.app, clock)
    mails = [mail for mail in read(admin, "/mails")["items"] if mail["kind"] == "quote.expired"]
    assert [mail["to"] for mail in mails] == [["admin@example.com"]]
