"""With a cookie, whatever changes something must come from our own pages."""

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from domain.history import AuditEntry
from domain.users import SYSTEM
from tests.api.browsers import browser, signed_in
from tests.conftest import Clock
from tests.factories import Staff

ID = "019ab5c4-7d1e-7a63-9c55-2f6b8d40e1a7"
UNSAFE = ("post", "put", "patch", "delete")
FOREIGN: tuple[dict[str, str], ...] = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://testserver.evil.example"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    {"Sec-Fetch-Site": "same-site"},
    {},
)


def unsafe_operations(app: FastAPI) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, said)
        for path, item in app.openapi()["paths"].items()
        for method, said in item.items()
        if method in UNSAFE
    ]


def call(client: TestClient, method: str, path: str, said: dict[str, Any]) -> Any:
    """An operation as its documentation shows it, on records that do not exist."""
    place = path.replace("{token}", "t" * 43).replace("{key}", "qualified")
    place = "/".join(ID if part.startswith("{") else part for part in place.split("/"))
    content = said.get("requestBody", {}).get("content", {})
    for media_type, shown in content.items():
        body = json.dumps(shown["example"]) if media_type.endswith("json") else "title\nA\n"
        return client.request(method, place, content=body, headers={"Content-Type": media_type})
    return client.request(method, place)


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_every_unsafe_operation_refuses_a_foreign_origin(
    company: Staff, clock: Clock, headers: dict[str, str]
) -> None:
    client = signed_in(company, "admin")
    del client.headers["Origin"]
    client.headers.update(headers)
    database = company.app.state.database
    with database.reading(SYSTEM, clock.moment) as session:
        before = session.scalar(select(func.count()).select_from(AuditEntry))
    taken = {
        said["operationId"]: answer.status_code
        for method, path, said in unsafe_operations(company.app)
        if (answer := call(client, method, path, said)).status_code != 403
    }
    assert taken == {}
    with database.reading(SYSTEM, clock.moment) as session:
        assert session.scalar(select(func.count()).select_from(AuditEntry)) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_our_own_pages_may_change_things(company: Staff, headers: dict[str, str]) -> None:
    client = signed_in(company, "admin")
    del client.headers["Origin"]
    client.headers.update(headers)
    assert client.patch("/api/v1/workspace", json={"phone": "1"}).status_code == 200


def test_behind_a_proxy_the_public_address_is_ours(company: Staff) -> None:
    client = signed_in(company, "admin")
    company.app.state.settings.base_url = "https://sales.example.com/"
    client.headers["Origin"] = "https://sales.example.com"
    assert client.patch("/api/v1/workspace", json={"phone": "1"}).status_code == 200


def test_reading_is_free(company: Staff) -> None:
    client = signed_in(company, "admin")
    client.headers["Origin"] = "https://evil.example"
    assert client.get("/api/v1/me").status_code == 200


def test_without_cookie_and_origin_one_may_sign_in(company: Staff) -> None:
    answer = company.stranger().post(
        "/api/v1/auth/login", json={"email": "admin@example.com", "password": "wrong"}
    )
    assert answer.status_code == 401


def test_another_sites_page_cannot_sign_somebody_in(company: Staff) -> None:
    answer = browser(company.app, "https://evil.example").post(
        "/api/v1/auth/login", json={"email": "admin@example.com", "password": "wrong"}
    )
    assert answer.status_code == 403
