"""The stream over a real socket: colleagues see what changes, as long as they may."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from api.app import create_app
from api.auth import COOKIE
from api.database import Database
from api.events import feed, stream
from api.settings import Settings
from tests.api.answers import assert_problem
from tests.api.browsers import signed_in
from tests.api.events.listening import PATH, PATIENCE, Told, here, kept, listening
from tests.conftest import Clock
from tests.factories import Staff, a_lead
from tests.serving import served

LEADS = "/api/v1/leads"


@pytest.fixture
def address(company: Staff) -> Iterator[str]:
    """Where the company's application is served."""
    with served(company.app) as address:
        yield address


def move(company: Staff, lead: dict[str, str], stage: str = "qualified") -> None:
    """Let Rita move a lead of hers to another stage."""
    answer = company.client("rep").patch(f"{LEADS}/{lead['id']}", json={"stage": stage})
    assert answer.status_code == 200, answer.text


def test_a_lead_that_a_colleague_moves_is_told(company: Staff, address: str) -> None:
    lead = a_lead(company.client("rep"))
    with listening(address, company.keys["other_rep"]) as messages:
        move(company, lead)
        told = next(messages)
    moved = company.client("other_rep").get(f"{LEADS}/{lead['id']}").json()
    assert told.event == "change"
    assert told.data == {
        "noun": "lead",
        "id": lead["id"],
        "version": moved["version"],
        "lead_id": lead["id"],
    }


def test_a_private_lead_is_told_only_to_those_who_see_it(company: Staff, address: str) -> None:
    private = a_lead(company.client("rep"), visibility="private", contact=None, company=None)
    public = a_lead(company.client("rep"), contact=None, company=None)
    firsts = {}
    for who in ("rep", "admin", "manager", "other_rep", "viewer", "finance"):
        with listening(address, company.keys[who]) as messages:
            move(company, private, "qualified")
            move(company, public, "qualified")
            firsts[who] = next(messages).data["id"]
            for lead in (private, public):
                move(company, lead, "contacted")
    told = dict.fromkeys(("rep", "admin", "manager"), private["id"])
    untold = dict.fromkeys(("other_rep", "viewer", "finance"), public["id"])
    assert firsts == told | untold


def test_whoever_a_private_lead_is_shared_with_is_told(company: Staff, address: str) -> None:
    rita = company.client("rep")
    lead = a_lead(rita, visibility="private")
    with listening(address, company.keys["other_rep"]) as messages:
        sharing = {"user_ids": [str(company.ids["other_rep"])]}
        assert rita.put(f"{LEADS}/{lead['id']}/shares", json=sharing).status_code == 200
        assert next(messages).about == ("lead", lead["id"])


def test_what_another_process_commits_is_told_too(
    company: Staff, address: str, database_url: str, tmp_path: Path, clock: Clock
) -> None:
    settings = Settings(DATABASE_URL=database_url, data_dir=tmp_path, secret="s", worker="off")
    other = create_app(settings)
    other.state.clock = clock
    with listening(address, company.keys["viewer"]) as messages:
        lead = a_lead(Staff(other, company.ids, company.keys).client("rep"))
        told = [next(messages).about for _ in range(3)]
    assert ("lead", lead["id"]) in told
    assert {noun for noun, _ in told} == {"lead", "contact", "company"}
    other.state.database.close()


def cut_the_listener_off(database: Database) -> None:
    """End the connection that listens, once there is one."""
    ended = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND query LIKE 'LISTEN%'"
    )
    end = time.monotonic() + PATIENCE
    with database.reading_engine.connect() as connection:
        while connection.execute(ended).first() is None:
            assert time.monotonic() < end


def test_a_listener_that_is_cut_off_listens_again(
    company: Staff, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "AFTER_TROUBLE", 0.1)
    database, lead = company.app.state.database, a_lead(company.client("rep"))
    with listening(address, company.keys["other_rep"]) as messages:
        if not database.is_sqlite:
            cut_the_listener_off(database)
        for stage in ("contacted", "qualified"):
            move(company, lead, stage)
            assert next(messages).about == ("lead", lead["id"])


def test_a_stream_goes_on_where_the_last_one_broke_off(company: Staff, address: str) -> None:
    lead = a_lead(company.client("rep"))
    with listening(address, company.keys["other_rep"]) as messages:
        move(company, lead, "contacted")
        first = next(messages)
    missed = ["qualified", "prospect", "negotiation"]
    for stage in missed:
        move(company, lead, stage)
    with listening(address, company.keys["other_rep"], last_event_id=first.id) as messages:
        told = [next(messages) for _ in missed]
        move(company, lead, "won")
        told.append(next(messages))
    versions = [one.data["version"] for one in told]
    assert versions == [first.data["version"] + number for number in (1, 2, 3, 4)]
    assert sorted({one.id or 0 for one in told}) == [one.id for one in told]


def test_the_stream_of_a_user_who_is_deactivated_ends(company: Staff, address: str) -> None:
    with listening(address, company.keys["other_rep"]) as messages:
        path = f"/api/v1/users/{company.ids['other_rep']}"
        assert company.client("admin").patch(path, json={"active": False}).status_code == 200
        assert list(messages) == []


def test_the_stream_of_a_key_that_is_revoked_ends(company: Staff, address: str) -> None:
    admin = company.client("admin")
    keys = {key["name"]: key["id"] for key in admin.get("/api/v1/api-keys").json()["items"]}
    with listening(address, company.keys["other_rep"]) as messages:
        path = "/api/v1/api-keys/" + keys["other_rep's key"]
        assert admin.delete(path).status_code == 204
        assert list(messages) == []


def test_the_stream_of_a_session_ends_with_it(
    company: Staff, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "SILENCE", 0.1)
    browser = signed_in(company, "other_rep")
    cookie = f"{COOKIE}={browser.cookies[COOKIE]}"
    with listening(address, cookie=cookie) as messages:
        assert next(messages).event != "reset"
        assert browser.post("/api/v1/auth/logout").status_code == 204
        assert all(one.comments for one in messages)


def test_a_quiet_stream_says_that_it_is_still_there(
    company: Staff, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "SILENCE", 0.1)
    with listening(address, company.keys["viewer"]) as messages:
        assert next(messages) == next(messages) == Told(comments=["still here"])


def test_the_server_that_stops_ends_the_streams(company: Staff, address: str) -> None:
    with listening(address, company.keys["viewer"]) as messages:
        company.app.state.feed.close()
        assert list(messages) == []


def test_nobody_keeps_more_than_twenty_streams_open(app: FastAPI, company: Staff) -> None:
    otto = company.client("other_rep")
    places = [app.state.feed.join(company.ids["other_rep"]) for _ in range(feed.MOST)]
    problem = otto.get(PATH, params={"follow": "false"})
    assert_problem(problem, 429, "too-many")
    assert problem.headers["retry-after"]
    assert here(company.client("rep")) >= 0
    app.state.feed.leave(places.pop())
    assert here(otto) >= 0
    for place in places:
        app.state.feed.leave(place)


def test_a_stream_that_ended_gives_its_place_back(app: FastAPI, company: Staff) -> None:
    for _ in range(feed.MOST + 1):
        assert kept(company.client("viewer")) is not None


def test_a_stream_is_neither_stored_nor_held_back_on_its_way(company: Staff) -> None:
    answer = company.client("viewer").get(PATH, params={"follow": "false"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-accel-buffering"] == "no"
