"""What waits for finance, whatever its stage."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.invoices.scenes import API, a_draft, an_accepted_quote, get, post
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def queue(client: TestClient) -> list[dict[str, Any]]:
    """What waits, longest first."""
    items: list[dict[str, Any]] = get(client, "/finance/queue")["items"]
    return items


def move(client: TestClient, lead: dict[str, Any], stage: str) -> None:
    """Move a lead to a stage."""
    answer = client.patch(f"{API}/leads/{lead['id']}", json={"stage": stage})
    assert answer.status_code == 200, answer.text


def test_an_accepted_quote_waits_until_its_invoice_is_issued(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep)
    quote = an_accepted_quote(rep, lead)
    (item,) = queue(finance)
    assert item == {
        "id": quote["id"],
        "kind": "quote",
        "next_act": "draft_invoice",
        "customer": "Northwind Traders",
        "company_id": lead["company"]["id"],
        "value": "160.80",
        "currency": "EUR",
        "since": quote["accepted_at"],
        "owner": {"id": str(company.ids["rep"]), "name": "Rita Rep"},
        "lead_id": lead["id"],
        "quote_id": quote["id"],
        "quote_label": quote["label"],
        "signed_by": "Nadia Okafor",
        "invoice_id": None,
    }
    invoice = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    (item,) = queue(finance)
    assert (item["next_act"], item["invoice_id"]) == ("issue_invoice", invoice["id"])
    post(finance, f"/invoices/{invoice['id']}/issue")
    assert queue(finance) == []


def test_a_quote_credited_in_full_waits_again(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep)
    quote = an_accepted_quote(rep, lead)
    invoice = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{invoice['id']}/issue")
    post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "Wrong"}, 201)
    assert [item["quote_id"] for item in queue(finance)] == [quote["id"]]
    lost = {"stage": "lost", "lost_reason": "timing"}
    assert rep.patch(f"{API}/leads/{lead['id']}", json=lost).status_code == 200
    assert queue(finance) == []


def test_an_accepted_quote_waits_in_whatever_stage_its_lead_stands(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep)
    quote = an_accepted_quote(rep, lead)
    for stage in ("negotiation", "sent_to_finance"):
        move(rep, lead, stage)
        assert [(item["kind"], item["quote_id"]) for item in queue(finance)] == [
            ("quote", quote["id"])
        ]


def test_a_lead_sent_to_finance_waits_until_it_is_closed(company: Staff, clock: Clock) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep, value="900.00")
    assert queue(finance) == []
    move(rep, lead, "sent_to_finance")
    (item,) = queue(finance)
    assert (item["kind"], item["value"], item["next_act"]) == ("lead", "900.00", "draft_invoice")
    body = {"lead_id": lead["id"], "customer": None}
    invoice = a_draft(finance, **body)
    assert queue(finance)[0]["next_act"] == "issue_invoice"
    post(finance, f"/invoices/{invoice['id']}/issue")
    (item,) = queue(finance)
    assert (item["next_act"], item["invoice_id"]) == ("close_lead", invoice["id"])
    move(rep, lead, "won")
    assert queue(finance) == []


def test_the_longest_waiting_comes_first_on_every_page(company: Staff, clock: Clock) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    expected = []
    for number in range(4):
        lead = a_lead(rep, title=f"Lead {number}")
        if number % 2:
            expected.append(an_accepted_quote(rep, lead)["id"])
        else:
            move(rep, lead, "sent_to_finance")
            expected.append(lead["id"])
        clock.advance(hours=1)
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = get(finance, "/finance/queue", limit=1, count=True, cursor=cursor)
        assert page["total"] == 4
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == expected


def test_a_private_deal_waits_for_finance_once_it_was_sent_there(company: Staff) -> None:
    rep, finance, other = (company.client(who) for who in ("rep", "finance", "other_rep"))
    quoted = a_lead(rep, visibility="private", title="Secret")
    quote = an_accepted_quote(rep, quoted)
    assert queue(finance) == []
    assert [item["id"] for item in queue(rep)] == [quote["id"]]
    post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    agreed = a_lead(rep, visibility="private")
    move(rep, agreed, "sent_to_finance")
    assert {item["id"] for item in queue(finance)} == {quote["id"], agreed["id"]}
    assert {item["id"] for item in queue(rep)} == {quote["id"], agreed["id"]}
    assert queue(other) == []
    assert "Secret" not in str(queue(finance))
