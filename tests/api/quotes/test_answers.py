"""Answers that staff record, and what closing a lead by hand asks of its quotes."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.quotes.offers import a_quote, a_sent_quote, read, sent
from tests.conftest import Clock
from tests.factories import Staff, a_lead

ON_PAPER = {"name": "Nadia Okafor", "how": "Signed on paper"}


def act(client: TestClient, quote: dict[str, Any], word: str, **body: Any) -> Any:
    return client.post(f"/api/v1/quotes/{quote['id']}/{word}", json=body)


def mails(client: TestClient, kind: str) -> list[dict[str, Any]]:
    return [mail for mail in read(client, "/mails")["items"] if mail["kind"] == kind]


def test_an_acceptance_wins_the_lead_and_tells_owner_and_finance(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead)
    accepted = act(rep, quote, "accept", **ON_PAPER).json()
    assert (accepted["status"], accepted["signed_by"]) == ("accepted", "Nadia Okafor")
    assert accepted["accepted_how"] == "Signed on paper"
    assert accepted["evidence"]["recorded_by"] == "Rita Rep"
    assert accepted["evidence"]["sha256"] == quote["documents"][0]["sha256"]
    after = read(rep, f"/leads/{lead['id']}")
    assert (after["stage"], after["value"]) == ("won", "100.00")
    assert after["next_follow_up_on"] is None
    (mail,) = mails(rep, "quote.accepted")
    assert sorted(mail["to"]) == ["finance@example.com", "rep@example.com"]
    (entry,) = read(rep, "/audit?action=quote.accepted")["items"]
    assert entry["details"]["how"] == "Signed on paper"


def test_a_won_lead_is_worth_the_sum_of_its_accepted_quotes(admin: TestClient) -> None:
    lead = a_lead(admin)
    one, two = a_sent_quote(admin, lead), a_sent_quote(admin, lead)
    act(admin, one, "accept", **ON_PAPER)
    act(admin, two, "accept", **ON_PAPER)
    assert read(admin, f"/leads/{lead['id']}")["value"] == "200.00"
    moves = read(admin, f"/leads/{lead['id']}/stage-changes")["items"]
    assert [(move["to_stage"], move["value"]) for move in moves][-1] == ("won", "100.00")


def test_a_private_deal_is_not_told_to_finance_before_it_was_handed_over(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep, a_lead(rep, visibility="private"))
    act(rep, quote, "accept", **ON_PAPER)
    (mail,) = mails(rep, "quote.accepted")
    assert mail["to"] == ["rep@example.com"]
    finance = company.client("finance")
    assert finance.get(f"/api/v1/quotes/{quote['id']}").status_code == 404


def test_finance_sees_the_accepted_quote_of_a_private_deal_that_was_sent_to_it(
    company: Staff,
) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep, visibility="private")
    quote, other = a_sent_quote(rep, lead), a_sent_quote(rep, lead)
    rep.patch(f"/api/v1/leads/{lead['id']}", json={"stage": "sent_to_finance"})
    act(rep, quote, "accept", **ON_PAPER)
    (listed,) = read(finance, "/quotes")["items"]
    assert (listed["id"], listed["delivery"]) == (quote["id"], "queued")
    assert read(finance, f"/quotes/{quote['id']}")["status"] == "accepted"
    pdf = finance.get(f"/api/v1/quotes/{quote['id']}/pdf")
    assert pdf.content.startswith(b"%PDF")
    assert finance.get(f"/api/v1/quotes/{other['id']}").status_code == 404
    assert act(finance, quote, "withdraw").status_code == 403
    (mail,) = mails(rep, "quote.accepted")
    assert "finance@example.com" in mail["to"]


def test_an_acceptance_after_the_last_day_is_recorded_as_late(
    admin: TestClient, clock: Clock
) -> None:
    quote = a_sent_quote(admin)
    clock.advance(days=40)
    refused = act(admin, quote, "accept", **ON_PAPER)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/quote-expired")
    accepted = act(admin, quote, "accept", **ON_PAPER, late=True).json()
    assert accepted["evidence"]["late"]
    (entry,) = read(admin, "/audit?action=quote.accepted")["items"]
    assert entry["details"]["late"] is True


def test_closing_a_colleagues_lead_by_acceptance_is_its_owners(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    other = company.client("other_rep")
    assert act(other, quote, "accept", **ON_PAPER).status_code == 403
    assert act(other, quote, "decline", reason="Too dear").status_code == 200


@pytest.mark.parametrize("body", [{}, {"name": "Nadia"}, {"how": "By phone"}, {"name": " "}])
def test_an_acceptance_says_who_and_how(admin: TestClient, body: dict[str, str]) -> None:
    assert act(admin, a_sent_quote(admin), "accept", **body).status_code == 422


def test_declining_keeps_the_stage_and_makes_the_lead_due(admin: TestClient) -> None:
    lead = a_lead(admin, stage="negotiation", next_follow_up_on="2027-01-15")
    quote = a_sent_quote(admin, lead)
    declined = act(admin, quote, "decline", reason="Too dear").json()
    assert (declined["status"], declined["decline_reason"]) == ("declined", "Too dear")
    after = read(admin, f"/leads/{lead['id']}")
    assert (after["stage"], after["follow_up"]) == ("negotiation", "today")


def test_a_manager_withdraws_what_staff_recorded(company: Staff) -> None:
    rep, manager = company.client("rep"), company.client("manager")
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead)
    act(rep, quote, "accept", **ON_PAPER)
    assert act(rep, quote, "withdraw-acceptance", reason="Oops").status_code == 403
    undone = act(manager, quote, "withdraw-acceptance", reason="Wrong quote").json()
    assert (undone["status"], undone["accepted_at"], undone["evidence"]) == ("sent", None, None)
    after = read(rep, f"/leads/{lead['id']}")
    assert (after["stage"], after["next_follow_up_on"]) == ("proposal_sent", "2026-11-26")
    again = act(rep, quote, "accept", **ON_PAPER)
    assert again.json()["status"] == "accepted"
    assert len(mails(rep, "quote.accepted")) == 2


def test_winning_by_hand_asks_what_becomes_of_an_open_quote(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = a_sent_quote(admin, lead)
    path = f"/api/v1/leads/{lead['id']}"
    asked = admin.patch(path, json={"stage": "won"})
    assert (asked.status_code, asked.json()["type"]) == (409, "/problems/open-quote")
    assert "Q-2026-0001" in asked.json()["detail"]
    assert admin.get(path).json()["outcome"] == "open"
    won = admin.patch(path, json={"stage": "won", "open_quotes": "keep"})
    assert won.json()["outcome"] == "won"
    assert read(admin, f"/quotes/{quote['id']}")["status"] == "sent"


def test_winning_without_a_quote_can_withdraw_it(admin: TestClient, clock: Clock) -> None:
    lead = a_lead(admin)
    quote = a_sent_quote(admin, lead)
    clock.advance(days=40)
    path = f"/api/v1/leads/{lead['id']}"
    assert admin.patch(path, json={"stage": "won"}).status_code == 409
    assert admin.patch(path, json={"stage": "won", "open_quotes": "withdraw"}).status_code == 200
    assert read(admin, f"/quotes/{quote['id']}")["status"] == "withdrawn"


def test_a_draft_does_not_stand_in_the_way_of_winning(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = a_quote(admin, lead)
    won = admin.patch(f"/api/v1/leads/{lead['id']}", json={"stage": "won"})
    assert won.status_code == 200
    assert read(admin, f"/quotes/{quote['id']}")["status"] == "draft"


def test_losing_withdraws_open_quotes(admin: TestClient) -> None:
    lead = a_lead(admin)
    one, two = a_sent_quote(admin, lead), a_sent_quote(admin, lead)
    act(admin, two, "decline")
    body = {"stage": "lost", "lost_reason": "price"}
    assert admin.patch(f"/api/v1/leads/{lead['id']}", json=body).status_code == 200
    assert read(admin, f"/quotes/{one['id']}")["status"] == "withdrawn"
    assert read(admin, f"/quotes/{two['id']}")["status"] == "declined"


def test_bulk_winning_asks_as_well(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = a_sent_quote(admin, lead)
    bulk = {"ids": [lead["id"]], "change": {"stage": "won"}}
    assert admin.post("/api/v1/leads/bulk", json=bulk).status_code == 409
    bulk["change"] = {"stage": "won", "open_quotes": "withdraw"}
    assert admin.post("/api/v1/leads/bulk", json=bulk).status_code == 200
    assert read(admin, f"/quotes/{quote['id']}")["status"] == "withdrawn"


def test_each_act_leaves_one_entry_per_record(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = sent(admin, a_quote(admin, lead))
    entries = read(admin, f"/audit?entity_id={quote['id']}")["items"]
    assert [entry["action"] for entry in entries] == ["quote.sent", "quote.created"]
    assert entries[0]["after"]["state"] == "sent"
    assert "link_nonce" not in entries[0]["after"]
