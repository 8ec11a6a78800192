"""Who is signed in, and their password."""

from fastapi.testclient import TestClient

from tests.api.browsers import browser, signed_in
from tests.factories import PASSWORD, Staff

NEW = "a much better password"


def change(client: TestClient, current: str = PASSWORD, new: str = NEW) -> int:
    answer = client.post("/api/v1/me/password", json={"current": current, "new": new})
    return answer.status_code


def test_a_key_acts_with_the_lower_role_and_is_named(company: Staff) -> None:
    admin = company.client("admin")
    made = admin.post("/api/v1/api-keys", json={"name": "Reports", "role": "viewer"}).json()
    client = company.stranger()
    client.headers["Authorization"] = f"Bearer {made['secret']}"
    me = client.get("/api/v1/me").json()
    assert me["user"]["role"] == "admin"
    assert me["role"] == "viewer"
    assert me["rights"] == ["read"]
    assert me["key"] == {"id": made["id"], "name": "Reports"}


def test_strangers_are_nobody(company: Staff) -> None:
    answer = company.stranger().get("/api/v1/me")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["type"] == "/problems/not-signed-in"


def test_everybody_may_go_by_another_name(company: Staff) -> None:
    client = signed_in(company, "viewer")
    answer = client.patch("/api/v1/me", json={"name": "Vera Vogel"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["user"]["name"] == "Vera Vogel"
    assert client.get("/api/v1/me").json()["user"]["name"] == "Vera Vogel"


def test_nobody_makes_themselves_an_administrator(company: Staff) -> None:
    client = signed_in(company, "rep")
    for change in ({"role": "admin"}, {"name": "Rita", "email": "other@example.com"}, {"name": ""}):
        assert client.patch("/api/v1/me", json=change).status_code == 422
    assert client.get("/api/v1/me").json()["role"] == "rep"


def test_a_new_password_ends_the_other_sessions(company: Staff) -> None:
    here, there = signed_in(company, "rep"), browser(company.app)
    login = {"email": "rep@example.com", "password": PASSWORD}
    assert there.post("/api/v1/auth/login", json=login).status_code == 200
    assert change(here) == 204
    assert here.get("/api/v1/me").status_code == 200
    assert there.get("/api/v1/me").status_code == 401
    assert there.post("/api/v1/auth/login", json=login).status_code == 401
    login["password"] = NEW
    assert there.post("/api/v1/auth/login", json=login).status_code == 200


def test_the_present_password_must_be_shown(company: Staff) -> None:
    client = signed_in(company, "rep")
    answer = client.post("/api/v1/me/password", json={"current": "not this", "new": NEW})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "current"
    assert "not this" not in answer.text


def test_guessing_the_present_password_has_to_wait(company: Staff) -> None:
    client = signed_in(company, "rep")
    answers = [change(client, "not this one") for _ in range(10)]
    assert answers == [422] * 10
    assert change(client) == 429


def test_a_key_cannot_change_its_users_password(company: Staff) -> None:
    assert change(company.client("rep")) == 403


def test_the_log_tells_of_a_new_password_without_saying_it(company: Staff) -> None:
    client = signed_in(company, "rep")
    assert change(client) == 204
    answer = client.get("/api/v1/audit", params={"action": "user.password_changed"})
    [entry] = [one for one in answer.json()["items"] if one["actor"]["user"]["name"] == "Rita Rep"]
    assert (entry["before"], entry["after"]) == ({}, {})
    assert NEW not in answer.text
    assert "argon2" not in answer.text
