"""Signing in and out over HTTP."""

from http.cookies import SimpleCookie
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from sqlalchemy import func, select, update

from api import auth
from domain.users import SYSTEM, SignIn, User
from tests.api.browsers import browser, give_password, signed_in
from tests.conftest import Clock
from tests.factories import PASSWORD, Staff

LOGIN = "/api/v1/auth/login"
ADA = {"email": "admin@example.com", "password": PASSWORD}


def test_what_login_answers_me_answers(company: Staff) -> None:
    give_password(company, "rep")
    client = browser(company.app)
    answer = client.post(LOGIN, json={"email": "REP@Example.com ", "password": PASSWORD})
    assert answer.status_code == 200
    said = answer.json()
    assert said["user"]["name"] == "Rita Rep"
    assert said["role"] == "rep"
    assert said["rights"] == ["read", "write_own_leads", "contribute", "write_customers"]
    assert said["key"] is None
    assert said["workspace"]["today"] == "2026-11-23"
    assert client.get("/api/v1/me").json() == said


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(company: Staff) -> None:
    give_password(company, "admin")
    answer = browser(company.app).post(LOGIN, json=ADA)
    cookie = SimpleCookie(answer.headers["set-cookie"])["throughline_session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "lax"
    assert cookie["path"] == "/"
    assert cookie["max-age"] == str(14 * 24 * 3600)
    assert not cookie["secure"]


def test_behind_tls_the_cookie_travels_encrypted_only(company: Staff) -> None:
    give_password(company, "admin")
    company.app.state.settings.base_url = "https://sales.example.com"
    client = browser(company.app, "https://sales.example.com")
    answer = client.post(LOGIN, json=ADA)
    assert SimpleCookie(answer.headers["set-cookie"])["throughline_session"]["secure"]


@pytest.mark.parametrize("email", ["admin@example.com", "nobody@example.com", "rep@example.com"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    company: Staff, email: str
) -> None:
    give_password(company, "admin")
    answer = browser(company.app).post(LOGIN, json={"email": email, "password": "not this one"})
    assert answer.status_code == 401
    said = answer.json()
    assert said["type"] == "/problems/wrong-credentials"
    assert said["detail"] == "The address or the password is wrong, or this user is not active."
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("email", ["admin@example.com", "nobody@example.com", "rep@example.com"])
def test_whoever_it_is_one_password_is_computed(
    company: Staff, monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    give_password(company, "admin")
    computed = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, hashed: str, password: str) -> Any:
        computed.append(password)
        return verify(self, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    browser(company.app).post(LOGIN, json={"email": email, "password": "not this one"})
    assert computed == ["not this one"]


def test_a_session_ends_after_14_days(company: Staff, clock: Clock) -> None:
    client = signed_in(company, "rep")
    clock.advance(days=13, hours=23)
    assert client.get("/api/v1/me").status_code == 200
    clock.advance(hours=1)
    assert client.get("/api/v1/me").status_code == 401


def test_sessions_that_are_over_are_forgotten_at_the_next_one(company: Staff, clock: Clock) -> None:
    signed_in(company, "rep")
    clock.advance(days=15)
    signed_in(company, "rep")
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        assert session.scalar(select(func.count()).select_from(SignIn)) == 1


def test_logout_ends_the_session_and_takes_the_cookie(company: Staff) -> None:
    client = signed_in(company, "rep")
    token = client.cookies["throughline_session"]
    answer = client.post("/api/v1/auth/logout")
    assert answer.status_code == 204
    assert "throughline_session" not in client.cookies
    client.cookies["throughline_session"] = token
    assert client.get("/api/v1/me").status_code == 401


def test_nobody_can_sign_out_too(app: FastAPI) -> None:
    assert browser(app).post("/api/v1/auth/logout").status_code == 204


def test_signing_in_again_ends_the_session_before(company: Staff) -> None:
    client = signed_in(company, "admin")
    first = client.cookies["throughline_session"]
    assert client.post(LOGIN, json=ADA).status_code == 200
    other = browser(company.app)
    other.cookies["throughline_session"] = first
    assert other.get("/api/v1/me").status_code == 401
    assert client.get("/api/v1/me").status_code == 200


def test_too_many_failures_have_to_wait(company: Staff, clock: Clock) -> None:
    give_password(company, "admin")
    client = browser(company.app)
    wrong = {**ADA, "password": "not this one"}
    for _ in range(company.app.state.settings.login_failures):
        assert client.post(LOGIN, json=wrong).status_code == 401
    answer = client.post(LOGIN, json=ADA)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "901"
    assert answer.json()["type"] == "/problems/too-many"
    clock.advance(minutes=16)
    assert client.post(LOGIN, json=ADA).status_code == 200


def test_unknown_addresses_have_to_wait_too(company: Staff) -> None:
    client = browser(company.app)
    nobody = {"email": "nobody@example.com", "password": "not this one"}
    answers = [client.post(LOGIN, json=nobody).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]


def test_passwords_are_hashed_anew_when_the_parameters_change(company: Staff, clock: Clock) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    database = company.app.state.database
    with database.writing(SYSTEM, clock.moment) as session:
        session.execute(
            update(User).where(User.id == company.ids["admin"]).values(password_hash=old),
            execution_options={"history": False, "synchronize_session": False},
        )
    assert browser(company.app).post(LOGIN, json=ADA).status_code == 200
    with database.reading(SYSTEM, clock.moment) as session:
        hashed = session.get_one(User, company.ids["admin"]).password_hash
    assert hashed != old
    assert not auth.is_outdated(hashed)
    assert browser(company.app).post(LOGIN, json=ADA).status_code == 200


def test_nobody_signs_in_without_a_password(company: Staff) -> None:
    answer = browser(company.app).post(
        LOGIN, json={"email": "rep@example.com", "password": "anything at all"}
    )
    assert answer.status_code == 401


def test_a_composed_character_is_the_same_as_its_parts(company: Staff) -> None:
    give_password(company, "rep", "caf\u00e9 au lait \u212b")
    answer = browser(company.app).post(
        LOGIN, json={"email": "rep@example.com", "password": "cafe\u0301 au lait \u00c5"}
    )
    assert answer.status_code == 200


def test_signing_in_is_in_the_log(company: Staff) -> None:
    client = signed_in(company, "rep")
    [entry] = client.get("/api/v1/audit", params={"action": "user.signed_in"}).json()["items"]
    assert entry["actor"]["user"]["name"] == "Rita Rep"
    assert entry["entity_id"] == str(company.ids["rep"])


def test_a_password_with_half_a_character_is_refused(company: Staff) -> None:
    answer = browser(company.app).post(
        LOGIN,
        content='{"email": "rep@example.com", "password": "\\ud800 correct horse"}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 422
