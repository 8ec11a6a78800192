"""Issuing: complete, dated in order, frozen."""

import hashlib
from typing import Any

import pytest

from tests.api.invoices.scenes import API, CUSTOMER, SEAT, a_draft, an_invoice, get, post
from tests.conftest import Clock
from tests.factories import Staff


def test_issuing_gives_number_days_and_parties(company: Staff) -> None:
    invoice = an_invoice(company.client("finance"))
    assert (invoice["number"], invoice["status"]) == ("INV-2026-0001", "issued")
    assert (invoice["issued_on"], invoice["due_on"]) == ("2026-11-23", "2026-12-07")
    assert invoice["supplied_on"] == "2026-11-23"
    assert invoice["seller"]["name"] == "Throughline Test GmbH"
    assert invoice["seller"]["vat_id"] == "DE123456789"
    assert invoice["balance"] == "357.00"
    assert invoice["lines"][0]["due_net"] == "300.00"


def test_all_that_is_missing_is_named_in_one_answer(company: Staff) -> None:
    admin = company.client("admin")
    workspace = get(admin, "/workspace")
    change = {"vat_id": None, "address": {"line1": None}}
    etag = {"If-Match": f'"{workspace["version"]}"'}
    assert admin.patch(f"{API}/workspace", json=change, headers=etag).status_code == 200
    line = {"description": "Work", "unit_price": "1", "tax_category": "reverse_charge"}
    draft = a_draft(admin, customer={"name": None}, lines=[*SEAT, line])
    answer = admin.post(f"{API}/invoices/{draft['id']}/issue", json={"issued_on": "2026-11-24"})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [
        "seller.address.line1",
        "seller.vat_id",
        "customer.name",
        "customer.address.line1",
        "customer.address.city",
        "customer.address.country",
        "customer.vat_id",
        "lines.1.tax_reason",
        "issued_on",
    ]
    assert get(admin, f"/invoices/{draft['id']}") == draft


def test_a_draft_names_what_it_lacks_before_anybody_tries_to_issue_it(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance, customer={"name": "Northwind Traders"}, lines=[])
    assert [lacking["field"] for lacking in draft["missing"]] == [
        "customer.address.line1",
        "customer.address.city",
        "customer.address.country",
        "lines",
    ]
    change = {"customer": CUSTOMER, "lines": SEAT}
    etag = {"If-Match": f'"{draft["version"]}"'}
    answer = finance.patch(f"{API}/invoices/{draft['id']}", json=change, headers=etag)
    assert answer.json()["missing"] == []
    assert post(finance, f"/invoices/{draft['id']}/issue")["missing"] == []


def test_an_invoice_that_was_refused_takes_no_number(company: Staff) -> None:
    finance = company.client("finance")
    empty = a_draft(finance, customer=None)
    assert finance.post(f"{API}/invoices/{empty['id']}/issue").status_code == 422
    assert an_invoice(finance)["number"] == "INV-2026-0001"


def test_the_address_given_to_the_company_later_is_enough(company: Staff) -> None:
    finance = company.client("finance")
    made = post(finance, "/companies", {"name": "Contoso"}, 201)
    draft = a_draft(finance, company_id=made["id"], customer=None)
    assert finance.post(f"{API}/invoices/{draft['id']}/issue").status_code == 422
    address = {"address": CUSTOMER["address"]}
    assert finance.patch(f"{API}/companies/{made['id']}", json=address).status_code == 200
    issued = post(finance, f"/invoices/{draft['id']}/issue")
    assert issued["customer"]["address"]["city"] == "Hamburg"


def test_a_date_goes_back_to_the_last_issued_one_and_no_further(company: Staff) -> None:
    finance = company.client("finance")
    first, second, third = (a_draft(finance) for _ in range(3))
    early = post(finance, f"/invoices/{first['id']}/issue", {"issued_on": "2026-11-10"})
    assert (early["issued_on"], early["due_on"]) == ("2026-11-10", "2026-11-24")
    same = post(finance, f"/invoices/{second['id']}/issue", {"issued_on": "2026-11-10"})
    assert same["number"] == "INV-2026-0002"
    for day in ("2026-11-09", "2026-11-24"):
        answer = finance.post(f"{API}/invoices/{third['id']}/issue", json={"issued_on": day})
        assert answer.json()["errors"][0]["field"] == "issued_on"


def test_an_invoice_nobody_else_sees_still_counts_as_the_last_one(company: Staff) -> None:
    admin, manager = company.client("admin"), company.client("manager")
    workspace = get(admin, "/workspace")
    etag = {"If-Match": f'"{workspace["version"]}"'}
    change = {"managers_see_private": False}
    assert admin.patch(f"{API}/workspace", json=change, headers=etag).status_code == 200
    lead = post(admin, "/leads", {"title": "Secret", "visibility": "private"}, 201)
    an_invoice(admin, lead_id=lead["id"])
    draft = a_draft(manager)
    answer = manager.post(f"{API}/invoices/{draft['id']}/issue", json={"issued_on": "2026-11-20"})
    assert answer.status_code == 422
    assert post(manager, f"/invoices/{draft['id']}/issue")["number"] == "INV-2026-0002"


def test_the_days_of_the_draft_are_kept(company: Staff) -> None:
    days = {"due_on": "2027-01-15", "supplied_on": "2026-11-02"}
    invoice = an_invoice(company.client("finance"), **days)
    assert {name: invoice[name] for name in days} == days


def test_issuing_twice_is_refused(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    answer = finance.post(f"{API}/invoices/{invoice['id']}/issue")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/invoice-not-draft")


def test_a_draft_changed_since_it_was_read_is_not_issued(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance)
    headers = {"If-Match": f'"{draft["version"] + 1}"'}
    answer = finance.post(f"{API}/invoices/{draft['id']}/issue", headers=headers)
    assert answer.status_code == 412
    assert get(finance, f"/invoices/{draft['id']}") == draft


@pytest.mark.parametrize("who", ["rep", "viewer"])
def test_only_those_who_bill_issue(company: Staff, who: str) -> None:
    draft = a_draft(company.client("finance"))
    assert company.client(who).post(f"{API}/invoices/{draft['id']}/issue").status_code == 403


def test_what_was_issued_is_kept_byte_for_byte(company: Staff) -> None:
    admin = company.client("admin")
    invoice = an_invoice(admin)
    path = f"{API}/invoices/{invoice['id']}/pdf"
    first = admin.get(path)
    assert first.headers["content-type"] == "application/pdf"
    assert first.headers["content-disposition"] == 'inline; filename="INV-2026-0001.pdf"'
    assert hashlib.sha256(first.content).hexdigest() == invoice["document"]["sha256"]
    workspace = get(admin, "/workspace")
    etag = {"If-Match": f'"{workspace["version"]}"'}
    change = {"legal_name": "Another Name Ltd"}
    assert admin.patch(f"{API}/workspace", json=change, headers=etag).status_code == 200
    assert admin.get(path).content == first.content
    assert get(admin, f"/invoices/{invoice['id']}") == invoice


def test_a_draft_is_printed_as_it_stands(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance, customer=None, lines=[])
    answer = finance.get(f"{API}/invoices/{draft['id']}/pdf")
    assert answer.content.startswith(b"%PDF")


def test_the_numbers_begin_anew_each_year(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    drafts = [a_draft(finance) for _ in range(3)]
    old = [post(finance, f"/invoices/{draft['id']}/issue") for draft in drafts[:2]]
    clock.advance(days=40)
    new = post(finance, f"/invoices/{drafts[2]['id']}/issue")
    numbers = [invoice["number"] for invoice in [*old, new]]
    assert numbers == ["INV-2026-0001", "INV-2026-0002", "INV-2027-0001"]


def test_a_format_without_the_year_counts_on(company: Staff, clock: Clock) -> None:
    admin = company.client("admin")
    workspace = get(admin, "/workspace")
    etag = {"If-Match": f'"{workspace["version"]}"'}
    change = {"invoice_number_format": "R{n}"}
    assert admin.patch(f"{API}/workspace", json=change, headers=etag).status_code == 200
    first = an_invoice(admin)
    clock.advance(days=40)
    assert [first["number"], an_invoice(admin)["number"]] == ["R1", "R2"]


def test_the_audit_log_says_who_issued_what(company: Staff) -> None:
    invoice = an_invoice(company.client("finance"))
    entries = get(company.client("admin"), "/audit", entity="invoice", entity_id=invoice["id"])
    issued: dict[str, Any] = entries["items"][0]
    assert issued["action"] == "invoice.issued"
    assert issued["actor"]["user"]["name"] == "Fay Finance"
    assert (issued["before"]["state"], issued["after"]["state"]) == ("draft", "issued")
    assert [entry["action"] for entry in entries["items"]] == ["invoice.issued", "invoice.created"]
