"""The month's books: one row per document and tax group, payments apart, and sums that agree."""

import csv
import io
from decimal import Decimal
from typing import Any

from fastapi.testclient import TestClient

from tests.api.invoices.scenes import API, CUSTOMER, EXAMPLE, an_invoice, get, post
from tests.conftest import Clock
from tests.factories import Staff


def export(client: TestClient, **params: str) -> list[dict[str, str]]:
    """The rows of an export by column."""
    answer = client.get(f"{API}/invoices/export", params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text)))


def total(rows: list[dict[str, str]], column: str) -> Decimal:
    """The sum of a column."""
    return sum((Decimal(row[column]) for row in rows), Decimal(0))


def test_one_row_per_document_and_tax_group(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance, lines=EXAMPLE, discount_percent="3")
    rows = export(finance, **{"from": "2026-11", "to": "2026-11"})
    assert [(row["tax_rate"], row["net"], row["tax"], row["gross"]) for row in rows] == [
        ("19", "54.78", "10.41", "65.19"),
        ("7", "92.05", "6.44", "98.49"),
        ("0", "13.97", "0.00", "13.97"),
    ]
    assert {row["number"] for row in rows} == {invoice["number"]}
    assert rows[0]["kind"] == "invoice"
    assert rows[0]["customer"] == "Northwind Traders"
    assert (rows[0]["issued_on"], rows[0]["due_on"]) == ("2026-11-23", "2026-12-07")


def test_a_credit_note_is_negative_and_names_its_invoice(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
    rows = export(finance)
    assert [(row["kind"], row["number"], row["net"]) for row in rows] == [
        ("invoice", "INV-2026-0001", "300.00"),
        ("credit_note", "CN-2026-0001", "-300.00"),
    ]
    assert rows[1]["for_invoice"] == "INV-2026-0001"
    assert total(rows, "gross") == 0


def test_the_sums_of_a_month_are_those_of_its_documents(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoices: list[dict[str, Any]] = []
    for _ in range(3):
        invoices.append(an_invoice(finance, lines=EXAMPLE, discount_percent="3"))
        clock.advance(days=9)
    line = {"invoice_line_id": invoices[0]["lines"][2]["id"]}
    body = {"reason": "x", "lines": [line]}
    note = post(finance, f"/invoices/{invoices[0]['id']}/credit-notes", body, 201)
    november = export(finance, **{"from": "2026-11-01", "to": "2026-11-30"})
    december = export(finance, **{"from": "2026-12", "to": "2026-12"})
    assert total(november, "net") == Decimal(invoices[0]["net_total"])
    issued = sum(Decimal(invoice["total"]) for invoice in invoices[1:])
    assert total(december, "gross") == issued - Decimal(note["total"])
    for name, month in (("2026-11", november), ("2026-12", december)):
        figures = get(finance, f"/metrics/months/{name}")
        assert Decimal(figures["invoiced"]) == total(month, "net")


def test_payments_stand_apart(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    path = f"/invoices/{invoice['id']}/payments"
    kept = {"amount": "400.00", "surplus": "credit", "reference": "R-1"}
    payment = post(finance, path, kept, 201)
    post(finance, f"/payments/{payment['id']}/reverse", {"reason": "Returned"}, 201)
    post(finance, path, {}, 201)
    post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
    post(finance, path, {"refund": True}, 201)
    rows = export(finance, part="payments", **{"from": "2026-11", "to": "2026-11"})
    assert [(row["kind"], row["amount"], row["kept_as_credit"]) for row in rows] == [
        ("payment", "400.00", "43.00"),
        ("reversal", "-400.00", "-43.00"),
        ("payment", "357.00", "0.00"),
        ("refund", "-357.00", "0.00"),
    ]
    assert rows[0]["reference"] == "R-1"
    assert {row["invoice"] for row in rows} == {"INV-2026-0001"}
    assert export(finance, part="payments", to="2026-10") == []
    figures = get(finance, "/metrics/months/2026-11")
    assert Decimal(figures["collected"]) == total(rows, "amount")


def test_a_draft_is_not_in_the_books(company: Staff) -> None:
    finance = company.client("finance")
    post(finance, "/invoices", {"customer": CUSTOMER, "lines": EXAMPLE}, 201)
    assert export(finance) == []


def test_no_cell_is_a_formula(company: Staff) -> None:
    finance = company.client("finance")
    an_invoice(finance, customer={**CUSTOMER, "name": "=HYPERLINK(1)", "vat_id": "@SUM"})
    (row,) = export(finance)
    assert (row["customer"], row["customer_vat_id"]) == ("'=HYPERLINK(1)", "'@SUM")


def test_days_that_do_not_exist_are_refused(company: Staff) -> None:
    finance = company.client("finance")
    for params in ({"from": "2026-13"}, {"to": "2026-02-30"}, {"from": "November"}):
        answer = finance.get(f"{API}/invoices/export", params=params)
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] in params
