"""Many writers at once on one server: nobody is sent away, nothing is lost, nothing done twice.

What many at once do to one record is claimed beside its noun: sending a quote, drafting, numbering
and crediting invoices, paying.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from tests.factories import Staff, a_lead
from tests.serving import served

LEADS = "/api/v1/leads"
Call = tuple[str, str, dict[str, Any]]


class Counted(FastAPI):
    """Counts how many requests are under way at once."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__()
        self.counted, self.now, self.most = app, 0, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await self.counted(scope, receive, send)
        finally:
            self.now -= 1


def all_at_once(
    company: Staff, calls: Sequence[Call], headers: dict[str, str] | None = None
) -> tuple[list[httpx.Response], int]:
    """The answers to calls that are all made at one moment, and how many were under way at once."""
    counted = Counted(company.app)
    with served(counted) as address:
        signed = {"Authorization": f"Bearer {company.keys['admin']}", **(headers or {})}
        return asyncio.run(_asked(address, signed, calls)), counted.most


async def _asked(
    address: str, headers: dict[str, str], calls: Sequence[Call]
) -> list[httpx.Response]:
    limits = httpx.Limits(max_connections=len(calls))
    async with httpx.AsyncClient(
        base_url=address, headers=headers, limits=limits, timeout=60, trust_env=False
    ) as client:
        asked = [client.request(method, path, json=body) for method, path, body in calls]
        return list(await asyncio.gather(*asked))


def test_two_hundred_writes_at_once_are_all_carried_out(company: Staff) -> None:
    admin = company.client("admin")
    made = [a_lead(admin, title=f"Lead {n}") for n in range(10)]
    leads = [f"{LEADS}/{lead['id']}" for lead in made]
    calls = [call for n in range(50) for call in four_writes(n, leads[n % 10])]
    answers, most = all_at_once(company, calls)
    assert Counter(answer.status_code for answer in answers) == {200: 50, 201: 150}
    assert most > 40
    found = [admin.get(lead).json() for lead in leads]
    assert [lead["attempts"] for lead in found] == [5] * 10
    assert [lead["version"] for lead in found] == [lead["version"] + 10 for lead in made]
    assert admin.get(LEADS, params={"count": "true"}).json()["total"] == 60
    tried = admin.get("/api/v1/audit", params={"action": "lead.created", "count": "true"}).json()
    assert tried["total"] == 60


def four_writes(number: int, lead: str) -> list[Call]:
    """A change of a lead that others change too, a call on it, a new lead, a new contact."""
    customer = {"contact": {"email": f"{number}@example.com"}, "company": {"name": f"Co {number}"}}
    return [
        ("PATCH", lead, {"title": f"Changed {number}"}),
        ("POST", f"{lead}/activities", {"kind": "call", "body": f"Call {number}"}),
        ("POST", LEADS, {"title": f"New {number}", **customer}),
        ("POST", "/api/v1/contacts", {"name": f"Contact {number}"}),
    ]


def test_twenty_posts_with_one_key_are_one(company: Staff) -> None:
    admin = company.client("admin")
    lead = f"{LEADS}/{a_lead(admin)['id']}"
    call = ("POST", f"{lead}/activities", {"kind": "call", "body": "Said hello"})
    answers, most = all_at_once(company, [call] * 20, {"Idempotency-Key": "one"})
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    replayed = [answer.headers.get("idempotent-replayed") for answer in answers]
    assert Counter(replayed) == {"true": 19, None: 1}
    assert most > 5
    assert len(admin.get(f"{lead}/activities").json()["items"]) == 1
    assert admin.get(lead).json()["attempts"] == 1


def test_of_twenty_who_read_the_same_version_one_changes_it(company: Staff) -> None:
    lead = a_lead(company.client("admin"))
    calls = [("PATCH", f"{LEADS}/{lead['id']}", {"title": f"Title {n}"}) for n in range(20)]
    answers, _ = all_at_once(company, calls, {"If-Match": f'"{lead["version"]}"'})
    assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 19}


def test_of_twenty_who_take_the_same_external_id_one_gets_it(company: Staff) -> None:
    calls = [("POST", LEADS, {"title": f"Lead {n}", "external_id": "E-1"}) for n in range(20)]
    answers, _ = all_at_once(company, calls)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 19}
    kinds = {answer.json()["type"] for answer in answers if answer.status_code == 409}
    assert kinds == {"/problems/external-id-taken"}
