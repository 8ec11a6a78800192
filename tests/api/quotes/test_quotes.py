"""Drafting a quote from a lead over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.quotes.offers import a_quote
from tests.factories import Staff, a_lead


def test_what_post_answers_get_answers(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_quote(rep)
    assert rep.get(f"/api/v1/quotes/{quote['id']}").json() == quote
