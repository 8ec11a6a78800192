"""What every operation does with requests that are not as they should be, whatever the database."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import auth
from domain.users import SYSTEM, SignIns, UserRepository
from tests.api.answers import assert_problem, raw
from tests.api.operations import NOBODY, document, operations
from tests.conftest import Clock
from tests.factories import Staff, a_lead

EVIL = "https://evil.example"
LEADS = "/api/v1/leads"
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Here it does not matter which database it is."""
    return sqlite_url


def a_cookie(company: Staff, clock: Clock, who: str = "admin") -> dict[str, str]:
    """The header of a browser in which somebody is signed in."""
    token = auth.new_token()
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        user = UserRepository(session).get(company.ids[who])
        SignIns(session).begin(user, auth.token_hash(token), clock.now)
    return {"Cookie": f"{auth.COOKIE}={token}"}


def test_every_unsafe_operation_refuses_another_sites_page(company: Staff, clock: Clock) -> None:
    cookie, browser = a_cookie(company, clock), company.stranger()
    carried_out = []
    for operation in operations():
        for sign in ({"Origin": EVIL}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            if operation.is_unsafe:
                answer = operation.call(browser, operation.address(), {**cookie, **sign})
                if answer.status_code != 403 or answer.json()["type"] != "/problems/not-allowed":
                    carried_out.append((str(operation), sign, answer.status_code, answer.text))
    assert carried_out == []


def test_a_cookie_without_any_origin_changes_nothing(company: Staff, clock: Clock) -> None:
    cookie = a_cookie(company, clock)
    answer = company.stranger().post(LEADS, json={"title": "Forged"}, headers=cookie)
    assert_problem(answer, 403, "not-allowed")
    assert company.client("admin").get(LEADS).json()["items"] == []


def test_our_own_pages_may_change_things(company: Staff, clock: Clock) -> None:
    cookie = a_cookie(company, clock)
    for sign in ({"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}):
        answer = company.stranger().post(LEADS, json={"title": "Ours"}, headers={**cookie, **sign})
        assert answer.status_code == 201, answer.text


def test_every_closed_operation_wants_somebody_signed_in(company: Staff) -> None:
    stranger = company.stranger()
    answers = {
        str(operation): operation.call(stranger, operation.address())
        for operation in operations()
        if not operation.is_open
    }
    assert {
        name: answer.text for name, answer in answers.items() if answer.status_code != 401
    } == {}
    for answer in answers.values():
        assert_problem(answer, 401, "not-signed-in")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_what_is_no_key_signs_nobody_in(company: Staff) -> None:
    for shown in (
        "Bearer",
        "Bearer ",
        "Bearer tl_unknown",
        "Basic YTpi",
        "Bearer tl_ÿþ",
        "tl_x",
        "",
    ):
        answer = company.stranger().get(LEADS, headers=raw("Authorization", shown))
        assert_problem(answer, 401, "not-signed-in")


MALFORMED = {
    "cut short": b'{"title": "x"',
    "empty": b"",
    "not UTF-8": b'{"title": "\xff\xfe"}',
    "a lone surrogate": b'{"title": "\\ud800"}',
    "NUL": b'{"title": "a\\u0000b"}',
    "not a number": b'{"title": "x", "value": NaN}',
    "infinity": b'{"title": "x", "value": Infinity}',
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "two documents": b'{"title": "x"}{"title": "y"}',
    "a very deep one": b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a very long number": b'{"title": "x", "value": ' + b"9" * 10_000 + b"}",
    "a number that counts": b'{"title": "x", "value": 12.5}',
    "an unknown field": b'{"title": "x", "nonsense": 1}',
    "two lines where one belongs": b'{"title": "x\\ny"}',
}


def test_a_body_that_is_none_is_refused_and_never_an_accident(admin: TestClient) -> None:
    for body in MALFORMED.values():
        answer = admin.post(LEADS, content=body, headers=JSON)
        kind = {400: "malformed", 422: "invalid"}
        assert_problem(answer, answer.status_code, kind.get(answer.status_code, ""))
    assert admin.get(LEADS, params={"count": "true"}).json()["total"] == 0


def test_json_that_cannot_be_read_is_malformed(admin: TestClient) -> None:
    for body in (b'{"title": "x"', b'{"title": "\xff"}'):
        assert_problem(admin.post(LEADS, content=body, headers=JSON), 400, "malformed")


def test_json_under_another_name_is_of_the_wrong_type(admin: TestClient) -> None:
    for media_type in ("text/plain", "application/x-www-form-urlencoded", "", "json", "*/*"):
        headers = {"Content-Type": media_type}
        assert_problem(
            admin.post(LEADS, content=b'{"title": "x"}', headers=headers), 415, "wrong-type"
        )


def test_a_change_may_come_as_a_json_merge_patch(admin: TestClient) -> None:
    lead = a_lead(admin)
    answer = admin.patch(
        f"{LEADS}/{lead['id']}",
        content=b'{"title": "Merged"}',
        headers={"Content-Type": "application/merge-patch+json; charset=utf-8"},
    )
    assert answer.json()["title"] == "Merged"


def test_a_body_that_is_too_large_is_refused_by_its_length(admin: TestClient, app: FastAPI) -> None:
    most = app.state.settings.max_body_mb * 1024 * 1024
    answer = admin.post(LEADS, content=b" " * (most + 1), headers=JSON)
    assert_problem(answer, 413, "too-large")


def test_a_body_that_does_not_say_how_long_it_is_is_bounded_too(
    admin: TestClient, app: FastAPI
) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(app.state.settings.max_body_mb + 1):
            yield b" " * (1024 * 1024)

    assert_problem(admin.post(LEADS, content=endless(), headers=JSON), 413, "too-large")


def test_every_list_answers_at_most_200(admin: TestClient) -> None:
    for number in range(201):
        assert admin.post("/api/v1/products", json=_product(number)).status_code == 201
    page = admin.get("/api/v1/products", params={"limit": 1_000_000}).json()
    assert len(page["items"]) == 200
    assert page["next_cursor"] is not None


def _product(number: int) -> dict[str, str]:
    return {"name": f"Part {number}", "unit_price": "1.00"}


WHOLE = ["GET /api/v1/pipelines"]
"""Lists that somebody made by hand and that are read as a whole."""


def test_every_list_that_grows_comes_in_pages() -> None:
    schemas = document()["components"]["schemas"]
    unpaged = []
    for operation in operations():
        answer = operation.described["responses"].get("200", {}).get("content", {})
        name = answer.get("application/json", {}).get("schema", {}).get("$ref", "").split("/")[-1]
        if "next_cursor" in schemas.get(name, {}).get("properties", {}):
            parameters = operation.described.get("parameters", [])
            asked = {parameter.get("name") for parameter in parameters}
            if not {"limit", "cursor", "count"} <= asked:
                unpaged.append(str(operation))
    assert unpaged == WHOLE


def test_an_id_that_is_none_is_refused(admin: TestClient) -> None:
    for place in ("x", "123", "%00", "..", "019ab5c4-0000-7000-8000-00000000000g", "%F0%9F%98%80"):
        answer = admin.get(f"{LEADS}/{place}")
        assert answer.status_code in (404, 422), answer.text
        assert answer.headers["content-type"] == "application/problem+json"


def test_nobodys_id_is_not_found_by_any_operation_that_reads(
    admin: TestClient, app: FastAPI
) -> None:
    strange = []
    for operation in operations():
        if "id" in operation.places and operation.method == "get":
            answer = admin.get(operation.address())
            if (answer.status_code, answer.json().get("type")) != (404, "/problems/not-found"):
                strange.append((str(operation), answer.status_code, answer.text))
    assert strange == []


def test_an_unknown_address_is_a_problem_too(admin: TestClient) -> None:
    for path in ("/api", "/api/v1", "/api/v1/", "/api/v1/leads/", "/api/v2/leads"):
        assert_problem(admin.get(path), 404, "not-found")


def test_a_method_that_an_address_does_not_take_names_those_it_takes(admin: TestClient) -> None:
    answer = admin.put(LEADS, json={})
    assert_problem(answer, 405, "method-not-allowed")
    assert {word.strip() for word in answer.headers["allow"].split(",")} >= {"GET", "POST"}


def test_every_answer_keeps_browsers_safe(admin: TestClient) -> None:
    for answer in (admin.get(LEADS), admin.get("/api/v1/nothing"), admin.post(LEADS, content=b"{")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert UUID(answer.headers["x-request-id"])


def test_an_accident_is_a_problem_whose_instance_stands_in_the_log(
    admin: TestClient, app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    app.state.clock = lambda: 1 // 0
    answer = admin.get(f"{LEADS}/{NOBODY}")
    assert_problem(answer, 500, "unexpected")
    assert answer.headers["x-content-type-options"] == "nosniff"
    logged = [record for record in caplog.records if record.name == "throughline"]
    assert [record.getMessage() for record in logged] == [
        f"GET /api/v1/leads/{{id:uuid}} failed with urn:uuid:{answer.headers['x-request-id']}: "
        "ZeroDivisionError('integer division or modulo by zero')"
    ]


def test_a_problem_never_repeats_what_was_sent(admin: TestClient) -> None:
    answer = admin.post(
        LEADS, json={"title": "x", "value": "s3cret-value", "owner_id": "s3cret-id"}
    )
    assert answer.status_code == 422
    assert "s3cret" not in answer.text


def test_a_signed_out_browser_is_nobody(company: Staff, clock: Clock) -> None:
    headers = {**a_cookie(company, clock), "Origin": "http://testserver"}
    browser = company.stranger()
    assert browser.get("/api/v1/me", headers=headers).status_code == 200
    assert browser.post("/api/v1/auth/logout", headers=headers).status_code == 204
    assert browser.get("/api/v1/me", headers=headers).status_code == 401


def test_a_session_ends_after_its_time(company: Staff, clock: Clock) -> None:
    headers = a_cookie(company, clock)
    clock.now += timedelta(days=14)
    assert company.stranger().get("/api/v1/me", headers=headers).status_code == 401
