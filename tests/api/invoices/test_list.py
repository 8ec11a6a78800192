"""The log of invoices: filters, pages, and what others may see of it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.invoices.scenes import API, CUSTOMER, SEAT, a_draft, an_invoice, get, post
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def ids(client: TestClient, **filters: Any) -> list[str]:
    """The ids that a filter finds."""
    return [item["id"] for item in get(client, "/invoices", **filters)["items"]]


def one_of_each_status(client: TestClient) -> dict[str, str]:
    """An invoice of each status, by status."""
    made = {"draft": a_draft(client)["id"]}
    for status in ("issued", "partly_paid", "paid", "credited"):
        made[status] = an_invoice(client)["id"]
    post(client, f"/invoices/{made['partly_paid']}/payments", {"amount": "1.00"}, 201)
    post(client, f"/invoices/{made['paid']}/payments", {}, 201)
    post(client, f"/invoices/{made['credited']}/credit-notes", {"reason": "x"}, 201)
    return made


def test_each_status_is_found_as_it_is_answered(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    made = one_of_each_status(finance)
    for status, id in made.items():
        assert ids(finance, status=status) == [id]
        assert get(finance, f"/invoices/{id}")["status"] == status
    assert ids(finance, status="overdue") == []
    clock.advance(days=15)
    late = get(finance, "/invoices", status="overdue")["items"]
    assert {item["id"] for item in late} == {made["issued"], made["partly_paid"]}
    assert all(item["overdue"] for item in late)


def test_the_list_says_what_the_invoice_says(company: Staff) -> None:
    finance = company.client("finance")
    one_of_each_status(finance)
    for item in get(finance, "/invoices")["items"]:
        full = get(finance, f"/invoices/{item['id']}")
        assert {name: full[name] for name in item} == item


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"q": "contoso"}, 1),
        ({"q": "INV-2026-0001"}, 1),
        ({"q": "po 77"}, 1),
        ({"q": "nobody"}, 0),
        ({"issued_from": "2026-11-23", "issued_to": "2026-11-23"}, 2),
        ({"issued_to": "2026-11-22"}, 0),
        ({"due_from": "2026-12-08"}, 1),
        ({"due_to": "2026-12-07"}, 1),
    ],
)
def test_filters(company: Staff, filters: dict[str, str], found: int) -> None:
    finance = company.client("finance")
    an_invoice(finance, customer={**CUSTOMER, "name": "Contoso"}, purchase_order="PO-77")
    an_invoice(finance, payment_days=30)
    a_draft(finance)
    assert len(ids(finance, **filters)) == found


def test_invoices_are_found_by_the_days_on_which_they_were_paid(company: Staff) -> None:
    finance = company.client("finance")
    early, late = an_invoice(finance), an_invoice(finance)
    a_draft(finance)
    for on in ("2026-11-21", "2026-11-23"):
        body = {"amount": "1.00", "received_on": on}
        post(finance, f"/invoices/{early['id']}/payments", body, 201)
    post(finance, f"/invoices/{late['id']}/payments", {}, 201)
    assert ids(finance, paid_from="2026-11-20", paid_to="2026-11-22") == [early["id"]]
    assert set(ids(finance, paid_from="2026-11-23")) == {early["id"], late["id"]}
    assert ids(finance, paid_to="2026-11-20") == ids(finance, paid_from="2026-11-24") == []


def test_invoices_of_a_customer_lead_and_owner(company: Staff) -> None:
    finance = company.client("finance")
    lead = a_lead(company.client("rep"))
    of_lead = a_draft(finance, lead_id=lead["id"], customer=None)["id"]
    a_draft(finance)
    assert ids(finance, lead=lead["id"]) == [of_lead]
    assert ids(finance, customer=lead["company"]["id"]) == [of_lead]
    assert ids(finance, owner=str(company.ids["rep"])) == [of_lead]


@pytest.mark.parametrize("key", ["created_at", "issued_on", "due_on", "number", "total"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_pages_in_every_order_hold_each_invoice_once(company: Staff, key: str, sign: str) -> None:
    finance = company.client("finance")
    made = []
    for number in range(5):
        line = {**SEAT[0], "quantity": str(number + 1)}
        draft = a_draft(finance, lines=[line], payment_days=30 - number)
        made.append(draft["id"])
        if number % 2:
            post(finance, f"/invoices/{draft['id']}/issue")
    seen: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = get(finance, "/invoices", sort=f"{sign}{key}", limit=2, cursor=cursor)
        seen += page["items"]
        cursor = page["next_cursor"]
    assert sorted(item["id"] for item in seen) == sorted(made)
    values = [item[key] for item in seen if item[key] is not None]
    ordered = sorted(values, key=float if key == "total" else None, reverse=sign == "-")
    assert values == ordered
    assert all(item[key] is None for item in seen[len(values) :])


def test_a_cursor_belongs_to_its_filters(company: Staff) -> None:
    finance = company.client("finance")
    for _ in range(3):
        a_draft(finance)
    cursor = get(finance, "/invoices", limit=1)["next_cursor"]
    answer = finance.get(f"{API}/invoices", params={"cursor": cursor, "status": "draft"})
    assert answer.status_code == 400


def test_private_deals_are_billed_unseen_by_colleagues(company: Staff) -> None:
    admin, other = company.client("admin"), company.client("other_rep")
    lead = a_lead(company.client("rep"), visibility="private")
    invoice = an_invoice(admin, lead_id=lead["id"])
    post(admin, f"/invoices/{invoice['id']}/payments", {}, 201)
    note = post(admin, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
    hidden = (
        f"/invoices/{invoice['id']}",
        f"/invoices/{invoice['id']}/pdf",
        f"/credit-notes/{note['id']}",
        f"/credit-notes/{note['id']}/pdf",
    )
    for path in hidden:
        assert other.get(f"{API}{path}").status_code == 404
        assert company.client("rep").get(f"{API}{path}").status_code == 200
        assert company.client("finance").get(f"{API}{path}").status_code == 200
    for path in ("/invoices", "/credit-notes"):
        assert get(other, path, count=True)["total"] == 0
        assert get(other, path, q="northwind")["items"] == []
    for part in ("documents", "payments"):
        text = other.get(f"{API}/invoices/export", params={"part": part}).text
        assert len(text.splitlines()) == 1
    assert other.post(f"{API}/invoices/{invoice['id']}/issue").status_code == 404
    assert other.post(f"{API}/invoices/{invoice['id']}/payments", json={}).status_code == 404
