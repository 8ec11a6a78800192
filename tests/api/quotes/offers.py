"""Quotes for tests, made through the API."""

from typing import Any

from fastapi.testclient import TestClient

from tests.factories import a_lead

WORKED_EXAMPLE = [
    {
        "description": "Bearings",
        "quantity": "3",
        "unit_price": "19.99",
        "discount_percent": "10",
        "tax_rate": "19",
    },
    {"description": "Fitting", "quantity": "7.5", "unit_price": "0.333333", "tax_rate": "19"},
    {
        "description": "Handbook",
        "quantity": "2",
        "unit_price": "49.95",
        "discount_percent": "5",
        "tax_rate": "7",
    },
    {"description": "Stamps", "quantity": "12", "unit_price": "1.20", "tax_rate": "0"},
]
"""The lines of the worked example in the domain's description; 3 % off the document."""


def a_quote(client: TestClient, lead: dict[str, Any] | None = None, **fields: Any) -> Any:
    """A draft of 100.00 net from a lead (a new one where none is given)."""
    lead = lead or a_lead(client)
    body = {"lines": [{"description": "Retrofit", "unit_price": "100"}], **fields}
    answer = client.post(f"/api/v1/leads/{lead['id']}/quotes", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def sent(client: TestClient, quote: dict[str, Any], **fields: Any) -> Any:
    """The quote after it was sent."""
    body = {"to": ["nadia@northwind.example"], **fields}
    answer = client.post(f"/api/v1/quotes/{quote['id']}/send", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def a_sent_quote(client: TestClient, lead: dict[str, Any] | None = None, **fields: Any) -> Any:
    """A quote that is out."""
    return sent(client, a_quote(client, lead, **fields))


def token_of(quote: dict[str, Any]) -> str:
    """The token of a quote's link."""
    return str(quote["public_url"]).rpartition("/")[2]


def read(client: TestClient, path: str) -> Any:
    """What a GET answers."""
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 200, answer.text
    return answer.json()
