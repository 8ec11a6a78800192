"""Payments over HTTP: recorded, given back and reversed, each once."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.invoices.scenes import API, SEAT, a_draft, an_invoice, at_once, get, post
from tests.factories import Staff


def pay(client: TestClient, invoice: dict[str, Any], **body: Any) -> dict[str, Any]:
    """A payment that is taken."""
    return post(client, f"/invoices/{invoice['id']}/payments", body, 201)


def refused(client: TestClient, invoice: dict[str, Any], **body: Any) -> tuple[int, str]:
    """How a payment is refused."""
    answer = client.post(f"{API}/invoices/{invoice['id']}/payments", json=body)
    return answer.status_code, answer.json()["type"]


def actions(client: TestClient, entity: str, id: str) -> list[str]:
    """What the log says of a record, newest first."""
    return [
        entry["action"] for entry in get(client, "/audit", entity=entity, entity_id=id)["items"]
    ]


def test_payments_in_part_and_whole(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    part = pay(
        finance, invoice, amount="100.00", received_on="2026-11-20", method="card", reference="X1"
    )
    assert (part["invoice_status"], part["balance"]) == ("partly_paid", "257.00")
    rest = pay(finance, invoice)
    assert (rest["amount"], rest["received_on"]) == ("257.00", "2026-11-23")
    paid = get(finance, f"/invoices/{invoice['id']}")
    assert (paid["status"], paid["paid"], paid["balance"]) == ("paid", "357.00", "0.00")
    recorded = [(one["amount"], one["method"], one["reference"]) for one in paid["payments"]]
    assert recorded == [("100.00", "card", "X1"), ("257.00", "bank_transfer", None)]


def test_the_last_cent_owed_closes_the_invoice(company: Staff) -> None:
    finance, admin = company.client("finance"), company.client("admin")
    invoice = an_invoice(finance)
    payment = pay(finance, invoice, amount="356.99")
    assert actions(admin, "invoice", invoice["id"]) == ["invoice.issued", "invoice.created"]
    assert actions(admin, "payment", payment["id"]) == ["payment.recorded"]
    pay(finance, invoice, amount="0.01")
    assert actions(admin, "invoice", invoice["id"])[0] == "invoice.paid"


def test_more_than_the_balance_is_refused_unless_the_rest_is_kept(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    assert refused(finance, invoice, amount="400.00") == (409, "/problems/payment-exceeds-balance")
    payment = pay(finance, invoice, amount="400.00", surplus="credit")
    assert (payment["amount"], payment["surplus"]) == ("400.00", "43.00")
    assert (payment["invoice_status"], payment["balance"]) == ("paid", "0.00")


def test_a_draft_is_not_paid(company: Staff) -> None:
    finance = company.client("finance")
    draft = a_draft(finance)
    assert refused(finance, draft, amount="1.00") == (409, "/problems/invoice-not-issued")


def test_nothing_owed_is_not_marked_paid(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    pay(finance, invoice)
    assert refused(finance, invoice) == (409, "/problems/nothing-owed")


@pytest.mark.parametrize(
    "body",
    [
        {"amount": 5},
        {"amount": "-5.00"},
        {"amount": "0"},
        {"amount": "1.001"},
        {"received_on": "2026-11-24"},
        {"refund": True, "surplus": "credit"},
    ],
)
def test_fields_that_cannot_be_taken(company: Staff, body: dict[str, Any]) -> None:
    finance = company.client("finance")
    assert refused(finance, an_invoice(finance), **body)[0] == 422


def test_a_reversal_writes_the_opposite_once(company: Staff) -> None:
    finance, admin = company.client("finance"), company.client("admin")
    invoice = an_invoice(finance)
    payment = pay(finance, invoice, amount="400.00", surplus="credit")
    path, body = f"/payments/{payment['id']}/reverse", {"reason": "Returned by the bank"}
    opposite = post(finance, path, {**body, "on": "2026-11-23"}, 201)
    assert (opposite["amount"], opposite["surplus"]) == ("-400.00", "-43.00")
    assert (opposite["reverses_id"], opposite["reason"]) == (payment["id"], body["reason"])
    assert (opposite["invoice_status"], opposite["balance"]) == ("issued", "357.00")
    assert actions(admin, "payment", opposite["id"]) == ["payment.reversed"]
    for id in (payment["id"], opposite["id"]):
        again = finance.post(f"{API}/payments/{id}/reverse", json=body)
        assert (again.status_code, again.json()["type"]) == (409, "/problems/payment-reversed")


def test_a_refund_gives_back_what_a_credit_left_to_the_customer(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    pay(finance, invoice)
    assert refused(finance, invoice, refund=True) == (409, "/problems/nothing-owed")
    line = invoice["lines"][0]["id"]
    part = {"reason": "One returned", "lines": [{"invoice_line_id": line, "quantity": "1"}]}
    post(finance, f"/invoices/{invoice['id']}/credit-notes", part, 201)
    assert get(finance, f"/invoices/{invoice['id']}")["balance"] == "-119.00"
    answer = refused(finance, invoice, refund=True, amount="119.01")
    assert answer == (409, "/problems/refund-exceeds-credit")
    refund = pay(finance, invoice, refund=True, method="bank_transfer")
    assert (refund["amount"], refund["balance"]) == ("-119.00", "0.00")


def test_sixteen_payments_at_once_never_take_more_than_is_owed(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance, lines=[{**SEAT[0], "quantity": "1", "tax_rate": "0"}])

    def pay_ten(_: int) -> int:
        path = f"{API}/invoices/{invoice['id']}/payments"
        return finance.post(path, json={"amount": "10.00"}).status_code

    assert sorted(at_once(pay_ten, range(16), 16)) == [201] * 10 + [409] * 6
    paid = get(finance, f"/invoices/{invoice['id']}")
    assert (paid["status"], paid["balance"], len(paid["payments"])) == ("paid", "0.00", 10)


def test_a_payment_reversed_eight_times_at_once_is_reversed_once(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    payment = pay(finance, invoice)

    def reverse(_: int) -> int:
        path = f"{API}/payments/{payment['id']}/reverse"
        return finance.post(path, json={"reason": "Wrong"}).status_code

    assert sorted(at_once(reverse, range(8), 8)) == [201] + [409] * 7


@pytest.mark.parametrize("who", ["rep", "viewer"])
def test_only_those_who_bill_record_payments(company: Staff, who: str) -> None:
    finance, client = company.client("finance"), company.client(who)
    invoice = an_invoice(finance)
    payment = pay(finance, invoice, amount="1.00")
    assert refused(client, invoice, amount="1.00")[0] == 403
    body = {"reason": "Wrong"}
    assert client.post(f"{API}/payments/{payment['id']}/reverse", json=body).status_code == 403


def test_a_retry_with_the_same_key_records_one_payment(company: Staff) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    path, headers = f"{API}/invoices/{invoice['id']}/payments", {"Idempotency-Key": "k1"}
    first = finance.post(path, json={"amount": "7.00"}, headers=headers)
    second = finance.post(path, json={"amount": "7.00"}, headers=headers)
    assert second.json() == first.json()
    assert second.headers["Idempotent-Replayed"] == "true"
    assert len(get(finance, f"/invoices/{invoice['id']}")["payments"]) == 1
