"""First-run setup over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.database import Database
from api.settings import Settings
from domain.calendar import Moment
from domain.users import SYSTEM, SignIn, User
from domain.workspace import Workspace
from tests.api.browsers import on_this_machine
from tests.conftest import Clock

SETUP: dict[str, Any] = {
    "company_name": "Fjord & Finch",
    "country": "DE",
    "currency": "EUR",
    "time_zone": "Europe/Berlin",
    "admin": {
        "name": "Ada Example",
        "email": "Ada@Example.com",
        "password": "correct horse battery",
    },
}


def set_up(client: TestClient, **fields: Any) -> Any:
    return client.post("/api/v1/setup", json={**SETUP, **fields})


def test_setup_answers_the_workspace_and_its_admin_who_is_signed_in(app: FastAPI) -> None:
    client = on_this_machine(app)
    answer = set_up(client)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["workspace"]["name"] == "Fjord & Finch"
    assert made["workspace"]["address"]["country"] == "DE"
    assert made["user"]["email"] == "ada@example.com"
    assert made["user"]["role"] == "admin"
    me = client.get("/api/v1/me").json()
    assert me["user"] == {**made["user"], "last_seen_at": me["user"]["last_seen_at"]}
    assert client.get("/api/v1/workspace").json() == made["workspace"]
    [pipeline] = client.get("/api/v1/pipelines").json()["items"]
    assert [stage["key"] for stage in pipeline["stages"]][:2] == ["prospect", "contacted"]


def test_german_companies_begin_with_german_taxes(app: FastAPI) -> None:
    taxes = set_up(on_this_machine(app)).json()["workspace"]["taxes"]
    assert [(tax["rate"], tax["category"], tax["default"]) for tax in taxes[:2]] == [
        ("19", "standard", True),
        ("7", "standard", False),
    ]
    assert {tax["category"] for tax in taxes} >= {"zero", "reverse_charge", "intra_eu", "export"}


def test_setup_happens_once(app: FastAPI) -> None:
    client = on_this_machine(app)
    assert set_up(client).status_code == 201
    for again in (on_this_machine(app), TestClient(app)):
        answer = set_up(again, company_name="Another")
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/already-set-up"


def test_of_several_setups_at_once_one_founds_the_company(app: FastAPI) -> None:
    def found(name: str) -> int:
        return int(set_up(on_this_machine(app), company_name=name).status_code)

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(found, ("Fjord", "Finch", "Forest", "Field")))
    assert sorted(answers) == [201, 409, 409, 409]


@pytest.mark.parametrize("machine", ["203.0.113.7", "testclient", "2001:db8::7"])
def test_other_machines_may_not_set_up(app: FastAPI, machine: str) -> None:
    client = TestClient(app, client=(machine, 50000), raise_server_exceptions=False)
    answer = set_up(client)
    assert answer.status_code == 403
    assert answer.json()["type"] == "/problems/setup-not-allowed"
    assert "THROUGHLINE_SETUP_TOKEN" in answer.json()["detail"]


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Host"]
)
def test_a_proxy_on_this_machine_is_not_this_machine(app: FastAPI, header: str) -> None:
    client = on_this_machine(app)
    client.headers[header] = "203.0.113.7"
    assert set_up(client).status_code == 403


def test_another_name_that_points_here_is_not_this_machine(app: FastAPI) -> None:
    client = on_this_machine(app)
    client.headers["Host"] = "evil.example"
    assert set_up(client).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "testserver"])
def test_this_machine_has_several_names(app: FastAPI, host: str) -> None:
    client = TestClient(app, client=("::1", 50000), raise_server_exceptions=False)
    client.headers["Host"] = host
    assert set_up(client).status_code == 201


def test_the_operators_token_opens_setup_from_anywhere(app: FastAPI) -> None:
    app.state.settings.setup_token = "the operator's token"
    stranger = TestClient(app, raise_server_exceptions=False)
    stranger.headers["X-Setup-Token"] = "another token"
    assert set_up(stranger).status_code == 403
    stranger.headers["X-Setup-Token"] = "the operator's token"
    assert set_up(stranger).status_code == 201


def test_an_empty_token_opens_nothing(app: FastAPI) -> None:
    stranger = TestClient(app, raise_server_exceptions=False)
    stranger.headers["X-Setup-Token"] = ""
    assert set_up(stranger).status_code == 403


def test_a_page_of_another_site_may_not_set_up(app: FastAPI) -> None:
    client = on_this_machine(app)
    client.headers["Origin"] = "https://evil.example"
    assert set_up(client).status_code == 403


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Europe/Bärlin"),
        ("time_zone", "../../etc/passwd"),
        ("currency", "XXX"),
        ("country", "Germany"),
        ("company_name", " "),
    ],
)
def test_what_cannot_be_taken_is_named(app: FastAPI, field: str, value: str) -> None:
    answer = set_up(on_this_machine(app), **{field: value})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert TestClient(app).get("/api/v1/health/ready").json()["set_up"] is False


def test_a_short_password_is_refused(app: FastAPI) -> None:
    answer = set_up(on_this_machine(app), admin={**SETUP["admin"], "password": "short"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "admin.password"
    assert "short" not in answer.text.replace("shorter", "").replace("too short", "")


def test_neither_password_nor_token_is_stored_in_clear(
    app: FastAPI, database: Database, clock: Clock
) -> None:
    client = on_this_machine(app)
    set_up(client)
    token = client.cookies["throughline_session"]
    with database.reading(SYSTEM, clock.moment) as session:
        user = session.scalars(select(User)).one()
        sign_in = session.scalars(select(SignIn)).one()
    assert (user.password_hash or "").startswith("$argon2id$")
    assert token not in sign_in.token_hash


@pytest.mark.parametrize("wanted", [True, False])
def test_sample_data_is_played_in_the_same_act_where_it_is_wanted(
    app: FastAPI, clock: Clock, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    played = []

    def play(session: Session, settings: Settings, moment: Moment) -> None:
        workspace = session.scalars(select(Workspace)).one()
        workspace.legal_name = "Fjord & Finch GmbH"
        played.append((settings, moment))

    monkeypatch.setattr("api.sample_data.play", play)
    answer = set_up(on_this_machine(app), sample_data=wanted)
    assert answer.status_code == 201, answer.text
    assert played == ([(app.state.settings, clock.moment)] if wanted else [])
    name = answer.json()["workspace"]["legal_name"]
    assert name == ("Fjord & Finch GmbH" if wanted else None)


def test_the_log_begins_with_the_founding_by_the_admin(app: FastAPI) -> None:
    client = on_this_machine(app)
    set_up(client)
    entries = client.get("/api/v1/audit").json()["items"]
    assert {entry["action"] for entry in entries} == {
        "workspace.created",
        "pipeline.created",
        "user.created",
    }
    assert {entry["actor"]["user"]["name"] for entry in entries} == {"Ada Example"}
    assert "argon2" not in client.get("/api/v1/audit").text
