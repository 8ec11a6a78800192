"""A private deal does not exist for those who may not see it, on every operation there is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import MetaData, select

from api.database import Database
from domain.users import SYSTEM
from domain.workspace import WorkspaceRepository
from tests.api.operations import NOBODY, Operation, document, operations
from tests.conftest import Clock
from tests.factories import BERLIN, Staff, a_lead

API = "/api/v1"
WORDS = ("zephyrine", "vexley", "hushworks", "murmured", "obscured", "clandestine", "whispered")
AMOUNTS = ("7319.42", "4410.01", "5247.91", "1100.37", "83.19")
CSV = "title,visibility,contact_name\nZephyrine import,private,Quillon Vexley\n"
BOOKKEEPING = {"users", "api_keys", "sign_ins", "answered_requests"}
"""Tables in which merely asking leaves a trace: when somebody was last seen."""


@dataclass
class Secret:
    """A private deal with everything that hangs on it."""

    lead: dict[str, Any]
    ids: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def marks(self) -> list[str]:
        """What none may read who does not know of the deal."""
        return [*WORDS, *AMOUNTS, *self.ids.values(), self.token]

    def place_of(self, operation: Operation) -> str | None:
        """The id that an operation's path would take of this deal, if it takes one of its kind."""
        noun = operation.path.removeprefix(f"{API}/").partition("/")[0]
        return self.ids.get(noun) if "{id}" in operation.path else None


def ok(answer: Response) -> dict[str, Any]:
    """The answer's body, where it succeeded."""
    assert answer.is_success, f"{answer.request.url}: {answer.text}"
    found: dict[str, Any] = answer.json()
    return found


def a_secret(company: Staff) -> Secret:
    """Rita's private lead with customer, tags, activities, an import, and a quote that was sent."""
    rita = company.client("rep")
    lead = a_lead(
        rita,
        title="Zephyrine overhaul",
        visibility="private",
        contact={"name": "Quillon Vexley", "email": "quillon@hushworks.example"},
        company={"name": "Hushworks", "address": {**_address(), "line1": "Hushworks yard"}},
        value="7319.42",
        tags=["clandestine"],
        source="Whispered",
        external_id="HUSHWORKS-1",
        note="murmured at the fair",
    )
    path = f"{API}/leads/{lead['id']}"
    call = ok(rita.post(f"{path}/activities", json={"kind": "call", "body": "murmured terms"}))
    lines = [{"description": "Obscured retrofit", "quantity": "1", "unit_price": "4410.01"}]
    quote = ok(rita.post(f"{path}/quotes", json={"lines": lines}))
    sent = ok(rita.post(f"{API}/quotes/{quote['id']}/send", json={"to": ["q@hushworks.example"]}))
    ok(rita.post(f"{API}/leads/import", content=CSV, headers={"Content-Type": "text/csv"}))
    secret = Secret(lead, token=sent["public_url"].rpartition("/")[2])
    secret.ids = {
        "leads": lead["id"],
        "contacts": lead["contact"]["id"],
        "companies": lead["company"]["id"],
        "activities": call["id"],
        "quotes": quote["id"],
        "mails": _one(rita, "/mails", lead=lead["id"])["id"],
        "imports": _one(rita, "/imports")["id"],
    }
    return secret


def billed(company: Staff, secret: Secret) -> Secret:
    """The same deal accepted, invoiced, paid in part and credited in part."""
    rita, fay = company.client("rep"), company.client("finance")
    quote = f"{API}/quotes/{secret.ids['quotes']}"
    ok(rita.post(f"{quote}/accept", json={"name": "Quillon Vexley", "how": "obscured"}))
    invoice = ok(rita.post(f"{quote}/invoice"))
    path = f"{API}/invoices/{invoice['id']}"
    issued = ok(fay.post(f"{path}/issue", json={}))
    ok(fay.post(f"{path}/send", json={"to": ["q@hushworks.example"]}))
    paid = {"amount": "1100.37", "method": "bank_transfer"}
    payment = ok(fay.post(f"{path}/payments", json=paid))
    line = {"invoice_line_id": issued["lines"][0]["id"], "net": "83.19"}
    note = ok(fay.post(f"{path}/credit-notes", json={"reason": "Obscured", "lines": [line]}))
    secret.ids |= {"invoices": invoice["id"], "payments": payment["id"], "credit-notes": note["id"]}
    return secret


def _address() -> dict[str, str]:
    return {"line1": BERLIN.line1 or "", "postcode": "10119", "city": "Berlin", "country": "DE"}


def _one(client: TestClient, path: str, **query: str) -> dict[str, Any]:
    items: list[dict[str, Any]] = ok(client.get(f"{API}{path}", params=query))["items"]
    return items[0]


def readings(secret: Secret) -> Iterator[str]:
    """Every address that can be read without naming a record, plain and narrowed to the deal."""
    sought = {
        "q": ["zephyrine", "vexley", "hushworks", "obscured", "Q-2026", "INV-2026"],
        "lead": [secret.ids["leads"]],
        "contact": [secret.ids["contacts"]],
        "company": [secret.ids["companies"]],
        "customer": [secret.ids["companies"]],
        "quote": [secret.ids["quotes"]],
        "email": ["quillon@hushworks.example"],
        "external_id": ["HUSHWORKS-1"],
        "source": ["Whispered"],
        "tag": ["clandestine"],
        "number": ["Q-2026-0001"],
        "visibility": ["private"],
        "status": ["sent", "accepted", "issued", "partly_paid", "kept", "queued"],
        "figure": ["new_leads", "won", "lost", "forecast"],
        "entity_id": list(secret.ids.values()),
        "entity": ["lead", "quote", "invoice"],
        "part": ["payments"],
        "month": ["2026-11"],
        "last_event_id": ["0"],
    }
    for operation in operations():
        if operation.method != "get" or {"id", "token"} & set(operation.places):
            continue
        asked = {p.get("name") for p in operation.described.get("parameters", [])}
        address = operation.address()
        period = "from=2026-01-01&to=2026-12-31&" if address.endswith("export") else ""
        base = f"{address}?{period}" + ("count=true&limit=200" if "count" in asked else "")
        base += (
            "follow=false" if "follow" in asked else ""
        )  # Of a stream what there is, and its end.
        if "figure" not in asked:
            yield base
        for name in asked & sought.keys():
            yield from (f"{base}&{name}={value}" for value in sought[name])


def look(client: TestClient, addresses: list[str]) -> dict[str, str]:
    """What is answered at each address, without the ids of requests."""
    answers = {address: client.get(address) for address in addresses}
    return {
        address: f"{answer.status_code} " + re.sub(r"urn:uuid:[\w-]+", "", answer.text)
        for address, answer in answers.items()
    }


def rows(database: Database) -> dict[str, list[Any]]:
    """Everything the database holds, but for bookkeeping."""
    reflected = MetaData()
    with database.engine.connect() as connection:
        reflected.reflect(connection, only=lambda name, _: not name.startswith("search_words"))
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in reflected.sorted_tables
            if table.name not in BOOKKEEPING
        }


def managers_see_no_private_deals(company: Staff, clock: Clock) -> None:
    """Turn off that managers see private leads."""
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        WorkspaceRepository(session).the_one().managers_see_private = False


IN_THE_DARK = ("other_rep", "viewer")
"""Who sees nothing of Rita's private deals, ever."""
BILLING = ("finance", "manager")
"""Who sees the billing side once it is opened, where managers see no private deals."""
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")


def test_with_a_private_deal_the_world_is_to_others_as_without(
    company: Staff, clock: Clock
) -> None:
    """Search hits, counts, exports, figures, audit: not one byte of any answer differs."""
    managers_see_no_private_deals(company, clock)
    a_lead(company.client("other_rep"), source="Fair")
    plain = [address for address in readings(Secret({}, defaultdict(str))) if address[-1] != "="]
    before = {who: look(company.client(who), plain) for who in IN_THE_DARK + BILLING}
    secret = a_secret(company)
    for who in IN_THE_DARK + BILLING:
        assert_unaware(company.client(who), secret, before[who])
    secret = billed(company, secret)
    for who in IN_THE_DARK:
        assert_unaware(company.client(who), secret, before[who])


def assert_unaware(client: TestClient, secret: Secret, before: dict[str, str]) -> None:
    """Every answer is what it was before the deal, and no question about the deal is told of it."""
    now = look(client, list(readings(secret)))
    assert {at: text for at, text in now.items() if text != before.get(at, text)} == {}
    assert_untold(now, secret.marks())


def assert_untold(answers: dict[str, str], marks: list[str]) -> None:
    """None of the marks stands in any of the answers."""
    told = {
        (address, mark): text
        for address, text in answers.items()
        for mark in marks
        if mark.lower() in text.lower()
    }
    assert told == {}


def test_every_record_of_a_private_deal_is_to_others_as_if_it_had_never_been(
    company: Staff, clock: Clock
) -> None:
    """Every operation answers for its id as for an id that nobody has, and changes nothing."""
    managers_see_no_private_deals(company, clock)
    secret = billed(company, a_secret(company))
    before = rows(company.app.state.database)
    asked = 0
    for operation in operations():
        if (place := secret.place_of(operation)) is None:
            continue
        for who in IN_THE_DARK:
            real, none = (
                operation.call(company.client(who), operation.address(id=id), {"If-Match": "*"})
                for id in (place, NOBODY)
            )
            assert anonymous(real) == anonymous(none), f"{operation} by {who}"
            assert real.status_code in (404, 403), f"{operation} by {who}: {real.text}"
            asked += 1
    assert asked > 80
    assert_nothing_changed(rows(company.app.state.database), before)


def anonymous(answer: Response) -> tuple[int, dict[str, Any]]:
    """A problem without the id of its request."""
    return answer.status_code, {**answer.json(), "instance": ""}


def assert_nothing_changed(after: dict[str, list[Any]], before: dict[str, list[Any]]) -> None:
    """Every table holds what it held."""
    assert {name: kept for name, kept in after.items() if kept != before[name]} == {}


def test_no_body_reaches_a_record_of_a_private_deal(company: Staff) -> None:
    """Naming one in a body is answered like naming one that nobody has, and changes nothing."""
    otto = company.client("other_rep")
    own = a_lead(otto, source="Fair")
    lines = [{"description": "Plain retrofit", "quantity": "1", "unit_price": "10.00"}]
    quote = ok(otto.post(f"{API}/leads/{own['id']}/quotes", json={"lines": lines}))
    places = {"leads": own["id"], "contacts": own["contact"]["id"], "quotes": quote["id"]}
    places["companies"] = own["company"]["id"]
    secret = billed(company, a_secret(company))
    before = rows(company.app.state.database)
    asked = set()
    for operation in operations():
        noun = operation.path.removeprefix(f"{API}/").partition("/")[0]
        address = operation.address(id=places.get(noun, NOBODY))
        for name in references(operation):
            real, none = (
                operation.call(otto, address, {"If-Match": "*"}, json=naming(operation, name, id))
                for id in (secret.ids[REFERENCES[name]], NOBODY)
            )
            assert anonymous(real) == anonymous(none), f"{operation} {name}"
            assert real.is_client_error, f"{operation} {name}: {real.text}"
            asked.add(f"{operation.name}.{name}")
    assert asked >= {
        "create_lead.contact_id",
        "create_lead.company_id",
        "update_lead.company_id",
        "bulk_change_leads.ids",
        "create_contact.company_id",
        "create_invoice.lead_id",
    }
    assert_nothing_changed(rows(company.app.state.database), before)


REFERENCES = {
    "lead_id": "leads",
    "ids": "leads",
    "contact_id": "contacts",
    "company_id": "companies",
    "quote_id": "quotes",
    "replaces_id": "invoices",
    "invoice_id": "invoices",
    "payment_id": "payments",
}


def references(operation: Operation) -> list[str]:
    """The fields of its body that name a record which may be private."""
    body = operation.described.get("requestBody", {}).get("content", {})
    name = body.get("application/json", {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
    known = document()["components"]["schemas"].get(name, {}).get("properties", {})
    return sorted(known.keys() & REFERENCES.keys())


def naming(operation: Operation, name: str, id: str) -> dict[str, Any]:
    """The body that the document shows, naming a record."""
    shown = operation.content()
    assert shown is not None
    kept = {field: value for field, value in shown[1].items() if field != name[:-3]}
    return {**kept, name: [id] if name == "ids" else id}


def test_a_customer_of_a_hidden_deal_is_not_found_but_made_anew(company: Staff) -> None:
    secret, otto = a_secret(company), company.client("other_rep")
    people = {"contact": {"email": "quillon@hushworks.example"}, "company": {"name": "Hushworks"}}
    made = ok(otto.post(f"{API}/leads", json={"title": "Mine", **people}))
    assert made["contact"]["id"] != secret.ids["contacts"]
    assert made["contact"]["name"] != "Quillon Vexley"
    assert made["company"]["id"] != secret.ids["companies"]


def test_an_external_id_of_a_hidden_lead_is_taken_and_says_no_more(company: Staff) -> None:
    secret, otto = a_secret(company), company.client("other_rep")
    answer = otto.post(f"{API}/leads", json={"title": "Mine", "external_id": "HUSHWORKS-1"})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/external-id-taken")
    assert_untold({"": answer.text}, [mark for mark in secret.marks() if mark != "hushworks"])


def test_finance_sees_the_billing_side_and_nothing_else(company: Staff, clock: Clock) -> None:
    managers_see_no_private_deals(company, clock)
    secret = billed(company, a_secret(company))
    billing = {"contacts", "companies", "quotes", "invoices", "payments", "credit-notes"}
    untold = ["zephyrine", "murmured", "clandestine", "whispered", "7319.42"]
    for who in BILLING:
        client = company.client(who)
        assert_untold(look(client, list(readings(secret))), untold)
        for noun, id in secret.ids.items():
            answer = client.get(f"{API}/{noun}/{id}")
            if noun not in ("payments", "activities"):
                assert answer.status_code == (200 if noun in billing else 404), answer.text
            assert_untold({noun: answer.text}, untold)
        for part in ("activities", "timeline", "stage-changes", "quotes"):
            assert client.get(f"{API}/leads/{secret.ids['leads']}/{part}").status_code in (404, 405)
