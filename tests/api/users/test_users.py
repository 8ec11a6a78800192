"""Users over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.browsers import browser, signed_in
from tests.factories import PASSWORD, Staff

NINA = {"name": "Nina New", "email": "nina@example.com", "role": "rep", "password": PASSWORD}


def add(client: TestClient, **fields: Any) -> Any:
    return client.post("/api/v1/users", json={**NINA, **fields})


def change(client: TestClient, id: object, **fields: Any) -> Any:
    return client.patch(f"/api/v1/users/{id}", json=fields)


def test_what_post_answers_get_answers(admin: TestClient) -> None:
    answer = add(admin)
    assert answer.status_code == 201
    user = answer.json()
    assert user["invited"] is False
    read = admin.get(f"/api/v1/users/{user['id']}")
    assert {**read.json(), "invitation_url": None} == user
    assert read.headers["ETag"] == f'"{user["version"]}"'
    assert "password" not in answer.text


def test_everybody_may_know_the_users(company: Staff) -> None:
    for who in company.ids:
        names = [user["name"] for user in company.client(who).get("/api/v1/users").json()["items"]]
        assert names == sorted(names)
        assert len(names) == 6


@pytest.mark.parametrize("who", ["manager", "rep", "finance", "viewer"])
def test_only_admins_change_users(company: Staff, who: str) -> None:
    client = company.client(who)
    assert add(client).status_code == 403
    assert change(client, company.ids["rep"], name="Other").status_code == 403
    assert client.post(f"/api/v1/users/{company.ids['rep']}/invite").status_code == 403


def test_users_are_found_by_part_of_name_or_address(admin: TestClient) -> None:
    def found(**filters: Any) -> list[str]:
        items = admin.get("/api/v1/users", params=filters).json()["items"]
        return [user["name"] for user in items]

    assert found(q="RITA") == ["Rita Rep"]
    assert found(q="other_rep@") == ["Otto Rep"]
    assert found(q="%") == []
    assert found(role="rep") == ["Otto Rep", "Rita Rep"]
    assert found(active=False) == []


def test_pages_of_users_follow_one_another(admin: TestClient) -> None:
    first = admin.get("/api/v1/users", params={"limit": 4, "count": True}).json()
    assert first["total"] == 6
    rest = admin.get("/api/v1/users", params={"limit": 4, "cursor": first["next_cursor"]}).json()
    assert len({user["id"] for user in first["items"] + rest["items"]}) == 6
    assert rest["next_cursor"] is None


def test_an_address_belongs_to_one_user_whatever_its_case(admin: TestClient) -> None:
    assert add(admin, email="NINA@example.com").json()["email"] == "nina@example.com"
    answer = add(admin, email="Nina@Example.COM")
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/address-taken"


def test_an_address_cannot_be_moved_to_another_users(company: Staff) -> None:
    answer = change(company.client("admin"), company.ids["rep"], email="manager@example.com")
    assert answer.status_code == 409
    same = change(company.client("admin"), company.ids["rep"], email="REP@example.com")
    assert same.status_code == 200


def test_a_stale_change_is_refused(company: Staff) -> None:
    client, path = company.client("admin"), f"/api/v1/users/{company.ids['rep']}"
    version = client.get(path).headers["ETag"]
    first = client.patch(path, json={"name": "Rita Ruiz"}, headers={"If-Match": version})
    assert first.status_code == 200
    again = client.patch(path, json={"name": "Rita Roe"}, headers={"If-Match": version})
    assert again.status_code == 412


def test_the_last_active_admin_stays(company: Staff) -> None:
    admin, id = company.client("admin"), company.ids["admin"]
    for lowered in ({"role": "manager"}, {"active": False}):
        answer = change(admin, id, **lowered)
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/last-admin"
    assert change(admin, company.ids["manager"], role="admin").status_code == 200
    assert change(admin, id, role="rep").status_code == 200
    assert change(admin, company.ids["rep"], name="Other").status_code == 403


def test_an_inactive_admin_does_not_count(company: Staff) -> None:
    admin = company.client("admin")
    change(admin, company.ids["manager"], role="admin", active=False)
    assert change(admin, company.ids["admin"], active=False).status_code == 409


def test_two_admins_cannot_lower_each_other_at_once(company: Staff) -> None:
    change(company.client("admin"), company.ids["manager"], role="admin")
    key = company.client("manager").get("/api/v1/me").json()
    assert key["role"] == "manager"
    clients = [company.client("admin"), company.client("admin")]
    with ThreadPoolExecutor(2) as threads:
        answers = list(
            threads.map(
                lambda pair: change(pair[0], company.ids[pair[1]], role="rep").status_code,
                zip(clients, ("admin", "manager"), strict=True),
            )
        )
    assert sorted(answers) in ([200, 403], [200, 409])


def test_deactivating_ends_sessions_and_keys_at_once(company: Staff) -> None:
    session, key = signed_in(company, "rep"), company.client("rep")
    assert session.get("/api/v1/me").status_code == key.get("/api/v1/me").status_code == 200
    answer = change(company.client("admin"), company.ids["rep"], active=False)
    assert answer.json()["active"] is False
    assert session.get("/api/v1/me").status_code == 401
    assert key.get("/api/v1/me").status_code == 401
    login = {"email": "rep@example.com", "password": PASSWORD}
    assert browser(company.app).post("/api/v1/auth/login", json=login).status_code == 401


def test_coming_back_revives_neither_sessions_nor_keys(company: Staff) -> None:
    session, key = signed_in(company, "rep"), company.client("rep")
    admin = company.client("admin")
    change(admin, company.ids["rep"], active=False)
    assert change(admin, company.ids["rep"], active=True).json()["active"] is True
    assert session.get("/api/v1/me").status_code == 401
    assert key.get("/api/v1/me").status_code == 401
    login = {"email": "rep@example.com", "password": PASSWORD}
    assert browser(company.app).post("/api/v1/auth/login", json=login).status_code == 200


def test_a_password_chosen_by_the_admin_ends_sessions(company: Staff) -> None:
    session = signed_in(company, "rep")
    change(company.client("admin"), company.ids["rep"], password="chosen by the admin")
    assert session.get("/api/v1/me").status_code == 401


def test_a_lower_role_holds_from_the_next_request(company: Staff) -> None:
    session = signed_in(company, "manager")
    change(company.client("admin"), company.ids["manager"], role="viewer")
    assert session.get("/api/v1/me").json()["rights"] == ["read"]


@pytest.mark.parametrize("field", ["name", "email", "role", "active", "password"])
def test_nothing_of_a_user_can_be_emptied(company: Staff, field: str) -> None:
    answer = change(company.client("admin"), company.ids["rep"], **{field: None})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_users_cannot_be_deleted(company: Staff) -> None:
    answer = company.client("admin").delete(f"/api/v1/users/{company.ids['rep']}")
    assert answer.status_code == 405


def test_unknown_users_are_not_found(admin: TestClient) -> None:
    id = "019ab5c4-7d1e-7a63-9c55-2f6b8d40e1a7"
    assert admin.get(f"/api/v1/users/{id}").status_code == 404
    assert change(admin, id, name="Nobody").status_code == 404


def test_the_log_tells_what_changed_without_secrets(company: Staff) -> None:
    admin = company.client("admin")
    id = add(admin).json()["id"]
    change(admin, id, role="manager", password="another password")
    change(admin, id, active=False)
    answer = admin.get("/api/v1/audit", params={"entity_id": id})
    entries = answer.json()["items"]
    assert sorted(entry["action"] for entry in entries) == [
        "user.created",
        "user.deactivated",
        "user.password_changed",
    ]
    changed = next(entry for entry in entries if entry["action"] == "user.password_changed")
    assert (changed["before"], changed["after"]) == ({"role": "rep"}, {"role": "manager"})
    for secret in ("argon2", "password_hash", PASSWORD, "another password"):
        assert secret not in answer.text


def test_the_same_request_twice_adds_one_user(admin: TestClient) -> None:
    headers = {"Idempotency-Key": "add-nina"}
    first = admin.post("/api/v1/users", json=NINA, headers=headers)
    again = admin.post("/api/v1/users", json=NINA, headers=headers)
    assert first.json() == again.json()
    assert again.headers["Idempotent-Replayed"] == "true"
