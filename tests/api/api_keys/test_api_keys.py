"""API keys over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from domain.users import SYSTEM, ApiKey
from tests.api.browsers import signed_in
from tests.conftest import Clock
from tests.factories import Staff


def make(client: TestClient, **fields: Any) -> Any:
    return client.post("/api/v1/api-keys", json={"name": "Shop", "role": "rep", **fields})


def with_key(company: Staff, secret: str) -> TestClient:
    client = company.stranger()
    client.headers["Authorization"] = f"Bearer {secret}"
    return client


def test_the_secret_is_shown_once_and_works(company: Staff) -> None:
    admin = company.client("admin")
    answer = make(admin)
    assert answer.status_code == 201
    secret = answer.json()["secret"]
    assert secret.startswith("tl_")
    assert with_key(company, secret).get("/api/v1/me").json()["role"] == "rep"
    listed = admin.get("/api/v1/api-keys")
    assert secret not in listed.text
    assert "secret" not in listed.json()["items"][0]
    assert listed.json()["items"][0]["hint"] == secret[:6]


def test_only_a_hash_of_the_secret_is_kept(company: Staff, clock: Clock) -> None:
    admin = company.client("admin")
    made = make(admin).json()
    secret = made["secret"]
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        key = session.scalars(select(ApiKey).where(ApiKey.name == "Shop")).one()
    assert secret not in {key.secret_hash, key.hint}
    audit = admin.get("/api/v1/audit", params={"entity_id": made["id"]})
    assert len(audit.json()["items"]) == 1
    assert secret not in audit.text
    assert key.secret_hash not in audit.text


def test_a_key_takes_no_idempotency_key(admin: TestClient) -> None:
    headers = {"Idempotency-Key": "make-a-key"}
    body = {"name": "Shop", "role": "rep"}
    secrets = {
        admin.post("/api/v1/api-keys", json=body, headers=headers).json()["secret"]
        for _ in range(2)
    }
    assert len(secrets) == 2


@pytest.mark.parametrize("who", ["manager", "rep", "finance", "viewer"])
def test_only_admins_handle_keys(company: Staff, who: str) -> None:
    client = company.client(who)
    [theirs] = [
        key
        for key in company.client("admin").get("/api/v1/api-keys").json()["items"]
        if key["name"] == f"{who}'s key"
    ]
    assert client.get("/api/v1/api-keys").status_code == 403
    assert make(client, role="viewer").status_code == 403
    assert client.delete(f"/api/v1/api-keys/{theirs['id']}").status_code == 403


def test_an_admins_lesser_key_makes_no_keys(company: Staff) -> None:
    secret = make(company.client("admin"), role="manager").json()["secret"]
    assert make(with_key(company, secret), role="viewer").status_code == 403


def test_a_key_made_by_a_key_belongs_to_the_same_person(company: Staff) -> None:
    secret = make(company.client("admin"), role="admin").json()["secret"]
    made = make(with_key(company, secret), role="admin").json()
    assert made["user"] == {"id": str(company.ids["admin"]), "name": "Ada Admin"}


def test_a_key_falls_with_the_role_of_its_maker(company: Staff) -> None:
    admin = company.client("admin")
    admin.patch(f"/api/v1/users/{company.ids['manager']}", json={"role": "admin"})
    secret = make(signed_in(company, "manager"), role="admin").json()["secret"]
    key = with_key(company, secret)
    assert key.get("/api/v1/me").json()["role"] == "admin"
    admin.patch(f"/api/v1/users/{company.ids['manager']}", json={"role": "viewer"})
    assert key.get("/api/v1/me").json()["role"] == "viewer"


def test_a_revoked_key_ends_at_once_and_stays_known(company: Staff) -> None:
    admin = company.client("admin")
    made = make(admin).json()
    key = with_key(company, made["secret"])
    assert admin.delete(f"/api/v1/api-keys/{made['id']}").status_code == 204
    assert key.get("/api/v1/me").status_code == 401
    [revoked] = admin.get("/api/v1/api-keys", params={"revoked": True}).json()["items"]
    assert revoked["id"] == made["id"]
    assert revoked["revoked_at"] is not None
    assert made["id"] not in admin.get("/api/v1/api-keys").text
    assert admin.delete(f"/api/v1/api-keys/{made['id']}").status_code == 204


def test_a_key_is_good_to_the_end_of_its_last_day_in_the_workspace(
    company: Staff, clock: Clock
) -> None:
    secret = make(company.client("admin"), expires_on="2026-11-23").json()["secret"]
    key = with_key(company, secret)
    clock.advance(hours=11, minutes=59)  # 23:59 in Berlin, 22:59 in UTC
    assert key.get("/api/v1/me").status_code == 200
    clock.advance(minutes=1)
    assert key.get("/api/v1/me").status_code == 401


def test_a_day_that_is_over_is_refused(admin: TestClient) -> None:
    answer = make(admin, expires_on="2026-11-22")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "expires_on"


def test_when_a_key_was_used_is_written_once_a_minute(company: Staff, clock: Clock) -> None:
    admin = company.client("admin")
    made = make(admin).json()
    with_key(company, made["secret"]).get("/api/v1/me")
    state = company.app.state
    state.last_seen.write(state.database, clock.moment)
    keys = {key["id"]: key for key in admin.get("/api/v1/api-keys").json()["items"]}
    assert keys[made["id"]]["last_used_at"] == "2026-11-23T11:00:00+00:00"


def test_the_audit_names_the_person_and_the_key(company: Staff) -> None:
    made = make(company.client("admin"), role="admin", name="Robot").json()
    robot = with_key(company, made["secret"])
    robot.patch("/api/v1/workspace", json={"phone": "+49 30 1"})
    audit = robot.get("/api/v1/audit", params={"action": "workspace.updated"}).json()
    assert audit["items"][0]["actor"] == {
        "user": {"id": str(company.ids["admin"]), "name": "Ada Admin"},
        "key": {"id": made["id"], "name": "Robot"},
    }


@pytest.mark.parametrize("shown", ["Bearer", "Bearer ", "Bearer tl_nothing", "Basic YTpi", "tl_x"])
def test_another_secret_is_nobody(company: Staff, shown: str) -> None:
    client = company.stranger()
    client.headers["Authorization"] = shown
    assert client.get("/api/v1/me").status_code == 401
