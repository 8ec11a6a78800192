"""Drafting invoices without a quote, and changing them."""

from typing import Any

import pytest

from tests.api.invoices.scenes import API, CUSTOMER, EXAMPLE, SEAT, a_draft, an_invoice, get, post
from tests.factories import Staff, a_lead


def test_what_post_answers_get_answers(company: Staff) -> None:
    finance = company.client("finance")
    invoice = a_draft(
        finance,
        lines=EXAMPLE,
        discount_percent="3",
        prepaid="100.00",
        rounding="-0.05",
        purchase_order="PO-77",
        buyer_reference="Dept. 4",
        supply_from="2026-11-01",
        supply_to="2026-11-20",
        payment_days=30,
        payment_terms="Net",
        notes="Thank you",
    )
    assert get(finance, f"/invoices/{invoice['id']}") == invoice
    assert (invoice["net_total"], invoice["tax_total"]) == ("160.80", "16.85")
    assert (invoice["total"], invoice["payable"]) == ("177.65", "77.60")
    assert (invoice["status"], invoice["number"], invoice["delivery"]) == ("draft", None, None)
    assert invoice["customer"]["name"] == "Northwind Traders"
    assert invoice["owner"]["name"] == "Fay Finance"


def test_the_customer_of_a_company_is_known_already(company: Staff) -> None:
    finance = company.client("finance")
    made = post(
        finance,
        "/companies",
        {
            "name": "Contoso",
            "legal_name": "Contoso AG",
            "vat_id": "DE811111111",
            "billing_email": "ap@contoso.example",
            "payment_days": 45,
            "address": CUSTOMER["address"],
        },
        201,
    )
    invoice = a_draft(finance, company_id=made["id"], customer={"name": "Contoso AG, Werk 2"})
    assert invoice["customer"]["name"] == "Contoso AG, Werk 2"
    assert invoice["customer"]["vat_id"] == "DE811111111"
    assert invoice["customer"]["email"] == "ap@contoso.example"
    assert (invoice["payment_days"], invoice["company_id"]) == (45, made["id"])


def test_a_lead_gives_its_customer_and_owner(company: Staff) -> None:
    lead = a_lead(company.client("rep"))
    invoice = a_draft(company.client("finance"), lead_id=lead["id"], customer=None)
    assert invoice["customer"]["name"] == "Northwind Traders"
    assert invoice["customer"]["contact_name"] == "Nadia Okafor"
    assert invoice["owner"]["name"] == "Rita Rep"


@pytest.mark.parametrize("field", ["lead_id", "company_id", "contact_id"])
def test_an_unknown_customer_is_named_by_its_field(company: Staff, field: str) -> None:
    answer = company.client("finance").post(
        f"{API}/invoices", json={field: "01a20880-9ade-7027-8be2-1dddce686362"}
    )
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("who", ["rep", "viewer"])
def test_only_those_who_bill_draft_without_a_quote(company: Staff, who: str) -> None:
    answer = company.client(who).post(f"{API}/invoices", json={"lines": SEAT})
    assert answer.status_code == 403


def test_another_currency_is_refused_for_now(company: Staff) -> None:
    answer = company.client("finance").post(f"{API}/invoices", json={"currency": "USD"})
    assert answer.status_code == 422


def test_a_draft_is_changed_field_by_field(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance, notes="Old", purchase_order="PO-1")
    path, etag = f"{API}/invoices/{draft['id']}", {"If-Match": f'"{draft["version"]}"'}
    change: dict[str, Any] = {
        "notes": None,
        "discount_amount": "7.00",
        "lines": [{"id": draft["lines"][0]["id"], "quantity": "1"}, *EXAMPLE[:1]],
        "customer": {"vat_id": "DE811111111"},
    }
    changed = finance.patch(path, json=change, headers=etag).json()
    assert (changed["notes"], changed["purchase_order"]) == (None, "PO-1")
    assert changed["lines"][0]["id"] == draft["lines"][0]["id"]
    assert changed["lines"][0]["unit_price"] == "100.00"
    assert changed["net_total"] == "146.97"
    assert changed["customer"]["vat_id"] == "DE811111111"
    assert changed["customer"]["address"]["city"] == "Hamburg"
    assert changed["version"] > draft["version"]
    assert finance.patch(path, json={"notes": "New"}, headers=etag).status_code == 412


def test_one_way_to_give_a_discount_takes_the_place_of_the_other(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance, discount_percent="10")
    path = f"{API}/invoices/{draft['id']}"
    changed = finance.patch(path, json={"discount_amount": "1.00"}, headers={"If-Match": "*"})
    assert changed.json()["discount_percent"] is None
    assert changed.json()["net_total"] == "299.00"


def test_another_company_brings_its_own_facts(company: Staff) -> None:
    finance = company.client("finance")
    made = post(finance, "/companies", {"name": "Contoso", "payment_days": 7}, 201)
    draft = a_draft(finance)
    changed = finance.patch(
        f"{API}/invoices/{draft['id']}",
        json={"company_id": made["id"]},
        headers={"If-Match": "*"},
    ).json()
    assert (changed["customer"]["name"], changed["payment_days"]) == ("Contoso", 7)
    assert changed["customer"]["address"]["city"] is None


def test_a_change_needs_the_version_it_is_based_on(company: Staff) -> None:
    finance = company.client("finance")
    path = f"{API}/invoices/{a_draft(finance)['id']}"
    assert finance.patch(path, json={"notes": "x"}).status_code == 428
    assert finance.delete(path).status_code == 428


def test_an_issued_invoice_is_neither_changed_nor_removed(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    path, any_version = f"{API}/invoices/{invoice['id']}", {"If-Match": "*"}
    refused = finance.patch(path, json={"notes": "x"}, headers=any_version)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/invoice-not-draft")
    assert finance.delete(path, headers=any_version).status_code == 409
    assert get(finance, f"/invoices/{invoice['id']}") == invoice


def test_a_removed_draft_is_gone_and_the_log_knows_it(company: Staff) -> None:
    finance, admin = company.client("finance"), company.client("admin")
    draft = a_draft(finance)
    path = f"{API}/invoices/{draft['id']}"
    assert finance.delete(path, headers={"If-Match": "*"}).status_code == 204
    assert finance.get(path).status_code == 404
    assert get(finance, "/invoices", q="northwind")["items"] == []
    entries = get(admin, "/audit", entity="invoice", entity_id=draft["id"])["items"]
    assert [entry["action"] for entry in entries] == ["invoice.deleted", "invoice.created"]


def test_a_number_as_a_json_number_is_refused(company: Staff) -> None:
    body = {"lines": [{**SEAT[0], "unit_price": 100}]}
    answer = company.client("finance").post(f"{API}/invoices", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "lines.0.unit_price"
