"""Credit notes over HTTP: whole and by line, never more than is left."""

import hashlib
from typing import Any

import pytest

from tests.api.invoices.scenes import API, EXAMPLE, SEAT, a_draft, an_invoice, at_once, get, post
from tests.factories import Staff


def test_what_post_answers_get_answers(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance, lines=EXAMPLE, discount_percent="3")
    note = post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "Cancelled"}, 201)
    assert get(finance, f"/credit-notes/{note['id']}") == note
    assert (note["number"], note["invoice_number"]) == ("CN-2026-0001", "INV-2026-0001")
    for name in ("net_total", "tax_total", "total", "taxes", "customer", "currency"):
        assert note[name] == invoice[name]
    assert note["issued_on"] == "2026-11-23"
    items = get(finance, "/credit-notes", count=True)
    assert (items["total"], items["items"][0]["id"]) == (1, note["id"])


def test_credited_in_full_is_called_credited(company: Staff) -> None:
    finance, admin = company.client("finance"), company.client("admin")
    invoice = an_invoice(finance)
    path = f"/invoices/{invoice['id']}/credit-notes"
    note = post(finance, path, {"reason": "Cancelled"}, 201)
    credited = get(finance, f"/invoices/{invoice['id']}")
    assert (credited["status"], credited["balance"]) == ("credited", "0.00")
    assert credited["credit_notes"][0]["number"] == note["number"]
    entries = get(admin, "/audit", entity_id=invoice["id"])["items"]
    assert entries[0]["action"] == "invoice.credited"
    entries = get(admin, "/audit", entity="credit_note")["items"]
    assert [entry["action"] for entry in entries] == ["credit_note.issued"]
    again = finance.post(f"{API}{path}", json={"reason": "Again"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/nothing-left-to-credit")


def test_thirds_take_back_the_tax_of_the_whole(company: Staff) -> None:
    finance = company.client("finance")
    line = {"description": "Work", "quantity": "1", "unit_price": "100.00"}
    invoice = an_invoice(finance, lines=[line])
    id = invoice["lines"][0]["id"]
    taxes = []
    for net in ("33.33", "33.33", "33.34"):
        body = {"reason": "Part", "lines": [{"invoice_line_id": id, "net": net}]}
        path = f"/invoices/{invoice['id']}/credit-notes"
        taxes.append(post(finance, path, body, 201)["tax_total"])
    assert taxes == ["6.33", "6.34", "6.33"]
    credited = get(finance, f"/invoices/{invoice['id']}")
    assert (credited["status"], credited["credited"]) == ("credited", "119.00")


def test_a_piece_is_taken_back_of_its_line(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    id = invoice["lines"][0]["id"]
    body = {"reason": "One returned", "lines": [{"invoice_line_id": id, "quantity": "1"}]}
    note = post(finance, f"/invoices/{invoice['id']}/credit-notes", body, 201)
    (line,) = note["lines"]
    assert (line["invoice_line_id"], line["quantity"], line["net"]) == (id, "1", "100.00")
    left = get(finance, f"/invoices/{invoice['id']}")
    assert (left["status"], left["balance"]) == ("issued", "238.00")
    assert left["lines"][0]["credited_quantity"] == "1"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ({"quantity": "4"}, 409),
        ({"net": "300.01"}, 409),
        ({"quantity": "0"}, 409),
        ({"net": "1.001"}, 422),
        ({"quantity": "1", "net": "1.00"}, 422),
        ({"invoice_line_id": "01a20880-9ade-7027-8be2-1dddce686362"}, 422),
    ],
)
def test_more_than_is_left_is_refused(company: Staff, line: dict[str, Any], status: int) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    body = {"reason": "x", "lines": [{"invoice_line_id": invoice["lines"][0]["id"], **line}]}
    answer = finance.post(f"{API}/invoices/{invoice['id']}/credit-notes", json=body)
    assert answer.status_code == status
    assert get(finance, "/credit-notes")["items"] == []


def test_a_credit_gives_its_reason(company: Staff) -> None:
    finance = company.client("finance")
    path = f"{API}/invoices/{an_invoice(finance)['id']}/credit-notes"
    assert finance.post(path, json={}).status_code == 422
    assert finance.post(path, json={"reason": " "}).status_code == 422


def test_a_draft_is_not_credited(company: Staff) -> None:
    finance = company.client("finance")
    path = f"{API}/invoices/{a_draft(finance)['id']}/credit-notes"
    answer = finance.post(path, json={"reason": "x"})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/invoice-not-issued")


def test_eight_credits_at_once_take_back_no_more_than_there_is(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    line = {"invoice_line_id": invoice["lines"][0]["id"], "quantity": "1"}

    def credit(_: int) -> int:
        body = {"reason": "Returned", "lines": [line]}
        path = f"{API}/invoices/{invoice['id']}/credit-notes"
        return finance.post(path, json=body).status_code

    assert sorted(at_once(credit, range(8), 8)) == [201] * 3 + [409] * 5
    credited = get(finance, f"/invoices/{invoice['id']}")
    assert (credited["credited"], credited["status"]) == ("357.00", "credited")


def test_the_pdf_is_kept_byte_for_byte(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    note = post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
    answer = finance.get(f"{API}/credit-notes/{note['id']}/pdf")
    assert answer.headers["content-disposition"] == 'inline; filename="CN-2026-0001.pdf"'
    assert hashlib.sha256(answer.content).hexdigest() == note["document"]["sha256"]


@pytest.mark.parametrize("who", ["rep", "viewer"])
def test_only_those_who_bill_credit(company: Staff, who: str) -> None:
    invoice = an_invoice(company.client("finance"))
    path = f"{API}/invoices/{invoice['id']}/credit-notes"
    assert company.client(who).post(path, json={"reason": "x"}).status_code == 403


def test_credit_notes_are_found_by_invoice_day_and_word(company: Staff) -> None:
    finance = company.client("finance")
    invoices = [an_invoice(finance, lines=SEAT) for _ in range(2)]
    notes = [
        post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
        for invoice in invoices
    ]
    for filters in ({"invoice": invoices[0]["id"]}, {"q": "CN-2026-0001"}, {"q": "inv 0001 cn"}):
        found = get(finance, "/credit-notes", **filters)["items"]
        assert [note["id"] for note in found] == [notes[0]["id"]]
    assert len(get(finance, "/credit-notes", issued_from="2026-11-23")["items"]) == 2
    assert get(finance, "/credit-notes", issued_to="2026-11-22")["items"] == []
