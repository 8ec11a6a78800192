"""Quotes, invoices and customers as these tests need them, made through the API."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi.testclient import TestClient

from tests.factories import a_lead

API = "/api/v1"
CUSTOMER = {
    "name": "Northwind Traders",
    "address": {
        "line1": "Hafenstraße 5",
        "postcode": "20457",
        "city": "Hamburg",
        "country": "DE",
    },
    "email": "bills@northwind.example",
}
EXAMPLE = [
    {"description": "Seats", "quantity": "3", "unit_price": "19.99", "discount_percent": "10"},
    {"description": "Support", "quantity": "7.5", "unit_price": "0.333333"},
    {
        "description": "Handbook\nSoft cover",
        "quantity": "2",
        "unit_price": "49.95",
        "discount_percent": "5",
        "tax_rate": "7",
    },
    {"description": "Stamps", "quantity": "12", "unit_price": "1.20", "tax_rate": "0"},
]
"""The worked example of the house: net 160.80, tax 16.85, total 177.65 with 3 % off."""
SEAT = [{"description": "Seats", "quantity": "3", "unit": "pcs", "unit_price": "100.00"}]


def post(client: TestClient, path: str, body: Any = None, status: int = 200) -> dict[str, Any]:
    """What a call answers that must succeed."""
    answer = client.post(f"{API}{path}", json=body)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def get(client: TestClient, path: str, **params: Any) -> dict[str, Any]:
    """What is read there."""
    answer = client.get(f"{API}{path}", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def a_quote(client: TestClient, lead: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A draft of a quote."""
    body = {"lines": EXAMPLE, "discount_percent": "3", **fields}
    return post(client, f"/leads/{lead['id']}/quotes", body, 201)


def an_accepted_quote(
    client: TestClient, lead: dict[str, Any] | None = None, **fields: Any
) -> dict[str, Any]:
    """A quote handed over and accepted on paper."""
    quote = a_quote(client, lead or a_lead(client), **fields)
    post(client, f"/quotes/{quote['id']}/send", {"via": "elsewhere"})
    accepted = {"name": "Nadia Okafor", "how": "Signed on paper"}
    return post(client, f"/quotes/{quote['id']}/accept", accepted)


def a_draft(client: TestClient, **fields: Any) -> dict[str, Any]:
    """A draft without a quote, over 357.00 with tax."""
    return post(client, "/invoices", {"customer": CUSTOMER, "lines": SEAT, **fields}, 201)


def an_invoice(client: TestClient, **fields: Any) -> dict[str, Any]:
    """An invoice issued today, over 357.00 with tax."""
    draft = a_draft(client, **fields)
    return post(client, f"/invoices/{draft['id']}/issue")


def at_once(act: Any, items: Iterable[Any], threads: int) -> list[Any]:
    """Do something for every item, many at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(act, items))
