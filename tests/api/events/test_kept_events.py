"""What is written for those who listen or come back: each change once, and to whom it is told."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.database import Database
from domain.entity import Root
from domain.events import EVERYBODYS, Event, EventRepository
from domain.users import SYSTEM
from tests.api.answers import assert_problem
from tests.api.events.listening import PATH, changes, here, kept
from tests.api.imports.importing import imported, leads
from tests.api.invoices import scenes
from tests.conftest import Clock
from tests.factories import Staff, a_lead

LEADS = "/api/v1/leads"


def nouns(client: TestClient, after: int) -> dict[str, int]:
    """How many events of each noun a caller is told since an id."""
    found: dict[str, int] = {}
    for noun, _ in changes(kept(client, after)):
        found[noun] = found.get(noun, 0) + 1
    return found


def count(database: Database, clock: Clock) -> int:
    """How many events there are."""
    with database.reading(SYSTEM, clock.moment) as session:
        return len(session.scalars(select(Event.id)).all())


def test_each_record_is_told_once_for_each_transaction(company: Staff) -> None:
    otto, rita = company.client("other_rep"), company.client("rep")
    before = here(otto)
    lead = a_lead(rita)
    assert sorted(changes(kept(otto, before))) == sorted(
        [
            ("lead", lead["id"]),
            ("contact", lead["contact"]["id"]),
            ("company", lead["company"]["id"]),
        ]
    )


def test_what_is_refused_leaves_no_event(company: Staff, clock: Clock) -> None:
    rita, database = company.client("rep"), company.app.state.database
    lead = a_lead(rita)
    before = count(database, clock)
    assert rita.patch(f"{LEADS}/{lead['id']}", json={"stage": "lost"}).status_code == 422
    assert rita.patch(f"{LEADS}/{lead['id']}", json={"stage": "nowhere"}).is_client_error
    imported(rita, "title\nOne\n", {"dry_run": "true"})
    assert count(database, clock) == before


def test_reading_leaves_no_event(company: Staff, clock: Clock) -> None:
    before = count(company.app.state.database, clock)
    company.client("rep").get(LEADS)
    kept(company.client("rep"))
    assert count(company.app.state.database, clock) == before


def test_what_is_deleted_has_no_version(company: Staff) -> None:
    rita, otto = company.client("rep"), company.client("other_rep")
    lead = a_lead(rita)
    quote = rita.post(f"{LEADS}/{lead['id']}/quotes", json={"lines": []}).json()
    before = here(otto)
    answer = rita.delete(f"/api/v1/quotes/{quote['id']}", headers={"If-Match": "*"})
    assert answer.status_code == 204, answer.text
    (told,) = [one.data for one in kept(otto, before) if one.data["noun"] == "quote"]
    assert told == {"noun": "quote", "id": quote["id"], "version": None, "lead_id": lead["id"]}


def test_an_import_of_a_few_leads_tells_of_each(company: Staff) -> None:
    rita, otto = company.client("rep"), company.client("other_rep")
    before = here(otto)
    imported(rita, "title\nOne\nTwo\n")
    told = changes(kept(otto, before))
    assert {id for noun, id in told if noun == "lead"} == {lead["id"] for lead in leads(rita)}


def test_an_import_of_many_leads_is_told_in_few_words(company: Staff) -> None:
    rita, otto = company.client("rep"), company.client("other_rep")
    before = here(otto)
    rows = "".join(f"Deal {n},p{n}@acme.example,Acme {n}\n" for n in range(700))
    imported(rita, "title,contact_email,company\n" + rows)
    told = changes(kept(otto, before))
    assert sorted(told, key=str) == sorted(
        [(noun, None) for noun in ("lead", "contact", "company")] * 2, key=str
    )


def test_an_import_of_private_leads_is_told_to_nobody_else(company: Staff) -> None:
    rita, otto = company.client("rep"), company.client("other_rep")
    before = {client: here(client) for client in (rita, otto)}
    rows = "".join(f"Deal {n},p{n}@acme.example,private\n" for n in range(60))
    imported(rita, "title,contact_email,visibility\n" + rows)
    assert kept(otto, before[otto]) != []
    assert changes(kept(otto, before[otto])) == []
    assert nouns(rita, before[rita]).keys() >= {"lead", "contact", "import"}


def test_a_public_lead_made_private_is_not_told_to_those_who_lose_it(company: Staff) -> None:
    rita, otto = company.client("rep"), company.client("other_rep")
    lead = a_lead(rita, contact=None, company=None)
    before = here(otto)
    assert rita.patch(f"{LEADS}/{lead['id']}", json={"visibility": "private"}).is_success
    assert changes(kept(otto, before)) == []
    assert rita.patch(f"{LEADS}/{lead['id']}", json={"visibility": "public"}).is_success
    assert ("lead", lead["id"]) in changes(kept(otto, before))


def test_finance_is_told_of_the_billing_side_of_a_private_deal(company: Staff) -> None:
    rita, fay, otto = (company.client(who) for who in ("rep", "finance", "other_rep"))
    before = {client: here(client) for client in (fay, otto)}
    quote = scenes.an_accepted_quote(rita, a_lead(rita, visibility="private"))
    assert nouns(fay, before[fay]).keys() <= {"pipeline"}
    invoice = scenes.post(rita, f"/quotes/{quote['id']}/invoice", {}, 201)
    told = nouns(fay, before[fay])
    assert told.keys() >= {"invoice", "quote"}
    assert "lead" not in told
    assert ("invoice", invoice["id"]) in changes(kept(fay, before[fay]))
    assert changes(kept(otto, before[otto])) == []


def test_keys_and_imports_are_their_owners_own(company: Staff) -> None:
    ada, rita, otto = (company.client(who) for who in ("admin", "rep", "other_rep"))
    before = {client: here(client) for client in (rita, otto)}
    assert ada.post("/api/v1/api-keys", json={"name": "k", "role": "rep"}).status_code == 201
    imported(rita, "title\nOne\n")
    assert nouns(rita, before[rita]).keys() == {"lead", "import"}
    assert nouns(otto, before[otto]).keys() == {"lead"}


def test_every_noun_says_who_is_told_of_it() -> None:
    """By its deal, its company, its user, or because everybody reads it; a new one must choose."""
    told = {*EVERYBODYS, "contact", "company", "api_key", "import", "counter"}
    found = {mapper.class_ for mapper in Root.registry.mappers if issubclass(mapper.class_, Root)}
    by_deal = {kind.noun for kind in found if hasattr(kind, "lead_id")} | {"lead"}
    assert {kind.noun for kind in found} == told | by_deal


def test_what_is_older_than_two_days_is_forgotten_but_not_where_it_ended(
    company: Staff, clock: Clock
) -> None:
    rita, database = company.client("rep"), company.app.state.database
    a_lead(rita)
    last = here(rita)
    clock.advance(hours=49)
    with database.writing(SYSTEM, clock.moment) as session:
        EventRepository(session).forget(clock.now)
    assert count(database, clock) == 1
    assert here(rita) == last
    assert kept(rita, last)[0].event is None
    (told,) = kept(rita, last - 2)
    assert (told.event, told.id, told.data) == ("reset", last, {})


def test_an_id_of_another_database_resets(company: Staff) -> None:
    rita = company.client("rep")
    (told,) = kept(rita, 10**15)
    assert (told.event, told.id) == ("reset", here(rita))


@pytest.mark.parametrize("given", ["x", "-1", "1.5", str(2**63)])
def test_an_id_that_is_none_is_refused(company: Staff, given: str) -> None:
    for asked in ({"headers": {"Last-Event-ID": given}}, {"params": {"last_event_id": given}}):
        answer = company.client("rep").get(PATH, **asked)  # type: ignore[arg-type]
        assert_problem(answer, 422, "invalid")
