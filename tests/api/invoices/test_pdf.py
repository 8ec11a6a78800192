"""What stands on paper."""

import io
from datetime import date

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader

from api.invoices.pdf import account, period
from tests.api.invoices.scenes import (
    API,
    CUSTOMER,
    EXAMPLE,
    a_draft,
    an_accepted_quote,
    an_invoice,
    post,
)
from tests.factories import Staff


def text_of(client: TestClient, path: str) -> str:
    """The words of a PDF, with plain blanks."""
    pages = PdfReader(io.BytesIO(client.get(f"{API}{path}/pdf").content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_an_invoice_says_what_the_law_asks_for(company: Staff) -> None:
    finance = company.client("finance")
    quote = an_accepted_quote(company.client("rep"))
    draft = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{draft['id']}/issue")
    text = text_of(finance, f"/invoices/{draft['id']}")
    for words in (
        "INV-2026-0001",
        "23 November 2026",
        "7 December 2026",
        "Throughline Test GmbH",
        "Torstraße 1",
        "DE123456789",
        "Northwind Traders",
        "Hafenstraße 5",
        "20457 Hamburg",
        "Date of supply",
        "Handbook",
        "0.333333",
        "VAT 19 % on 54.78",
        "VAT 7 % on 92.05",
        "EUR 177.65",
        "Q-2026-0001",
        "Rita Rep",
    ):
        assert words in text, words


def test_the_reason_for_no_tax_and_the_buyers_vat_id_are_printed(company: Staff) -> None:
    finance = company.client("finance")
    reason = "Article 196 of Directive 2006/112/EC"
    line = {
        "description": "Consulting",
        "unit_price": "10.00",
        "tax_category": "reverse_charge",
        "tax_reason": reason,
    }
    customer = {**CUSTOMER, "vat_id": "ATU12345678"}
    invoice = an_invoice(finance, customer=customer, lines=[line])
    text = text_of(finance, f"/invoices/{invoice['id']}")
    assert "reverse charge" in text
    assert "ATU12345678" in text
    assert reason in text


def test_what_was_paid_before_is_taken_off(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance, lines=EXAMPLE, prepaid="50.00", rounding="-0.02")
    text = text_of(finance, f"/invoices/{invoice['id']}")
    assert "Prepaid −50.00" in text
    assert "Rounding −0.02" in text
    assert f"Please pay EUR {invoice['payable']}" in text


def test_nothing_is_asked_for_where_nothing_is_owed(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance, prepaid="357.00")
    assert invoice["status"] == "paid"
    assert "There is nothing to pay." in text_of(finance, f"/invoices/{invoice['id']}")


def test_a_credit_note_names_its_invoice_and_reason(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    body = {"reason": "Two were <b>returned</b>"}
    note = post(finance, f"/invoices/{invoice['id']}/credit-notes", body, 201)
    text = text_of(finance, f"/credit-notes/{note['id']}")
    for words in ("Credit note", "CN-2026-0001", "INV-2026-0001", body["reason"], "EUR 357.00"):
        assert words in text


def test_the_one_that_replaces_another_says_so(company: Staff) -> None:
    finance = company.client("finance")
    quote = an_accepted_quote(company.client("rep"))
    first = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{first['id']}/issue")
    post(finance, f"/invoices/{first['id']}/credit-notes", {"reason": "Wrong"}, 201)
    second = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{second['id']}/issue")
    assert "Replaces INV-2026-0001" in text_of(finance, f"/invoices/{second['id']}")


def test_a_draft_is_marked_as_a_draft(company: Staff) -> None:
    finance = company.client("finance")
    assert "DRAFT" in text_of(finance, f"/invoices/{a_draft(finance)['id']}")


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2026, 11, 1), date(2026, 11, 1), "1 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 20), "1–20 November 2026"),
        (date(2026, 10, 28), date(2026, 11, 3), "28 October – 3 November 2026"),
        (date(2025, 12, 28), date(2026, 1, 3), "28 December 2025 – 3 January 2026"),
    ],
)
def test_a_period_says_month_and_year_once(first: date, last: date, written: str) -> None:
    assert period(first, last) == written


def test_an_iban_is_printed_in_groups_of_four() -> None:
    assert account("DE02 12030000 0000202051") == "DE02 1203 0000 0000 2020 51"
