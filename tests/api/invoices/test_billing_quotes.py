"""One button on an accepted quote drafts its invoice, and there is only one."""

from uuid import UUID

import pytest
from sqlalchemy import func, select

from domain.invoices import Invoice
from domain.users import SYSTEM
from tests.api.invoices.scenes import (
    API,
    CUSTOMER,
    a_quote,
    an_accepted_quote,
    at_once,
    get,
    post,
)
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def test_every_field_of_the_quote_is_carried_over(company: Staff) -> None:
    rep = company.client("rep")
    quote = an_accepted_quote(rep, notes="As discussed")
    invoice = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    for name in ("lead_id", "currency", "discount_percent", "notes", "taxes"):
        assert invoice[name] == quote[name]
    for name in ("lines_total", "discount_total", "net_total", "tax_total", "total"):
        assert invoice[name] == quote[name]
    kept = ("description", "quantity", "unit", "unit_price", "discount_percent", "net", "tax_rate")
    assert [[line[name] for name in kept] for line in invoice["lines"]] == [
        [line[name] for name in kept] for line in quote["lines"]
    ]
    assert (invoice["quote_id"], invoice["status"]) == (quote["id"], "draft")
    assert invoice["customer"]["name"] == "Northwind Traders"
    assert invoice["payable"] == "177.65"
    assert invoice["owner"]["name"] == "Rita Rep"


def test_what_an_invoice_to_the_company_needs_is_taken_from_it(company: Staff) -> None:
    rep, admin = company.client("rep"), company.client("admin")
    lead = a_lead(rep)
    quote = an_accepted_quote(rep, lead)
    facts = {"legal_name": "Northwind Traders GmbH", "vat_id": "DE999999999", "payment_days": 60}
    path = f"{API}/companies/{lead['company']['id']}"
    assert admin.patch(path, json={**facts, "billing_email": "ap@nw.example"}).status_code == 200
    invoice = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    assert invoice["customer"]["name"] == "Northwind Traders GmbH"
    assert invoice["customer"]["vat_id"] == "DE999999999"
    assert invoice["customer"]["email"] == "ap@nw.example"
    assert (invoice["payment_days"], invoice["company_id"]) == (60, lead["company"]["id"])


def test_a_second_press_answers_with_the_live_one(company: Staff) -> None:
    rep = company.client("rep")
    quote = an_accepted_quote(rep)
    invoice = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    assert post(rep, f"/quotes/{quote['id']}/invoice", status=200) == invoice


def test_twenty_presses_at_once_make_one_invoice(company: Staff, clock: Clock) -> None:
    quote = an_accepted_quote(company.client("rep"))
    finance = company.client("finance")

    def press(_: int) -> tuple[int, str]:
        answer = finance.post(f"{API}/quotes/{quote['id']}/invoice")
        return answer.status_code, answer.json()["id"]

    answers = at_once(press, range(20), threads=20)
    assert len({id for _, id in answers}) == 1
    assert sorted(status for status, _ in answers) == [200] * 19 + [201]
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        assert session.scalar(select(func.count()).select_from(Invoice)) == 1


def test_where_the_draft_was_removed_a_new_one_is_drafted(company: Staff) -> None:
    finance = company.client("finance")
    quote = an_accepted_quote(company.client("rep"))
    former = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    path = f"{API}/invoices/{former['id']}"
    assert finance.delete(path, headers={"If-Match": "*"}).status_code == 204
    again = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    assert again["id"] != former["id"]


def test_where_all_was_credited_a_new_one_names_what_it_replaces(company: Staff) -> None:
    finance = company.client("finance")
    quote = an_accepted_quote(company.client("rep"))
    former = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{former['id']}/issue")
    post(finance, f"/invoices/{former['id']}/credit-notes", {"reason": "Wrong address"}, 201)
    again = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    assert again["replaces_id"] == former["id"]
    assert get(finance, "/invoices", quote=quote["id"], count=True)["total"] == 2


@pytest.mark.parametrize("act", [None, "send", "decline"])
def test_only_an_accepted_quote_is_invoiced(company: Staff, act: str | None) -> None:
    rep = company.client("rep")
    quote = a_quote(rep, a_lead(rep))
    if act:
        post(rep, f"/quotes/{quote['id']}/send", {"via": "elsewhere"})
    if act == "decline":
        post(rep, f"/quotes/{quote['id']}/decline", {"reason": "Price"})
    answer = rep.post(f"{API}/quotes/{quote['id']}/invoice")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/quote-not-accepted")


@pytest.mark.parametrize(
    ("who", "status"),
    [("rep", 201), ("other_rep", 201), ("finance", 201), ("manager", 201), ("viewer", 403)],
)
def test_whoever_may_edit_the_quote_and_finance_draft_its_invoice(
    company: Staff, who: str, status: int
) -> None:
    quote = an_accepted_quote(company.client("rep"))
    answer = company.client(who).post(f"{API}/quotes/{quote['id']}/invoice")
    assert answer.status_code == status


def test_a_private_quote_does_not_exist_for_a_colleague_nor_for_finance(company: Staff) -> None:
    rep = company.client("rep")
    quote = an_accepted_quote(rep, a_lead(rep, visibility="private"))
    for who in ("other_rep", "finance"):
        answer = company.client(who).post(f"{API}/quotes/{quote['id']}/invoice")
        assert answer.status_code == 404


def test_drafting_opens_the_billing_of_a_private_deal_to_finance(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep, visibility="private")
    quote = an_accepted_quote(rep, lead)
    invoice = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    assert get(finance, f"/invoices/{invoice['id']}") == invoice
    assert post(finance, f"/quotes/{quote['id']}/invoice") == invoice
    assert finance.get(f"{API}/leads/{lead['id']}").status_code == 404
    other = company.client("other_rep")
    assert other.get(f"{API}/invoices/{invoice['id']}").status_code == 404
    assert get(other, "/invoices")["items"] == []
    issued = post(finance, f"/invoices/{invoice['id']}/issue")
    assert issued["number"] == "INV-2026-0001"


def test_finance_bills_a_private_deal_that_was_sent_to_it_without_a_quote(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    lead = a_lead(rep, visibility="private")
    body = {"lead_id": lead["id"]}
    assert finance.post(f"{API}/invoices", json=body).status_code == 422
    assert rep.patch(f"{API}/leads/{lead['id']}", json={"stage": "sent_to_finance"}).is_success
    invoice = post(finance, "/invoices", body, 201)
    assert invoice["customer"]["name"] == "Northwind Traders"
    assert UUID(invoice["owner"]["id"]) == company.ids["rep"]


def test_an_acceptance_that_was_withdrawn_is_not_billed(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    quote = an_accepted_quote(rep)
    draft = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    manager = company.client("manager")
    post(manager, f"/quotes/{quote['id']}/withdraw-acceptance", {"reason": "Wrong quote"})
    answer = finance.post(f"{API}/invoices/{draft['id']}/issue")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/quote-not-accepted")


def test_an_acceptance_stands_once_its_invoice_is_issued(company: Staff) -> None:
    quote = an_accepted_quote(company.client("rep"), lines=[{
        "description": "Seats", "quantity": "1", "unit": "pcs", "unit_price": "10.00",
    }])  # fmt: skip
    finance = company.client("finance")
    draft = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{draft['id']}/issue")
    answer = company.client("manager").post(
        f"{API}/quotes/{quote['id']}/withdraw-acceptance", json={"reason": "Wrong quote"}
    )
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/acceptance-stands")


def test_the_customer_of_the_offer_stays_where_nothing_newer_is_known(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep, company=None, contact={"name": "Nadia Okafor", "email": "n@nw.example"})
    quote = an_accepted_quote(rep, lead, customer=CUSTOMER)
    invoice = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    assert invoice["customer"]["address"]["city"] == "Hamburg"
