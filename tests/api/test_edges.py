"""What every operation does with requests that are not as they should be."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from api import auth
from domain.users import SYSTEM, SignIns, UserRepository
from tests.api.operations import operations
from tests.conftest import Clock
from tests.factories import Staff, a_lead

EVIL = "https://evil.example"
LEADS = "/api/v1/leads"
JSON = {"Content-Type": "application/json"}


def a_cookie(company: Staff, clock: Clock, who: str = "admin") -> dict[str, str]:
    """The header of a browser in which somebody is signed in."""
    token = auth.new_token()
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        user = UserRepository(session).get(company.ids[who])
        SignIns(session).begin(user, auth.token_hash(token), clock.now)
    return {"Cookie": f"{auth.COOKIE}={token}"}


def raw(name: str, value: str) -> Any:
    """A header as bytes, since clients refuse to send what no header should hold."""
    return {name: value.encode("latin-1")}


def assert_problem(answer: Response, status: int, kind: str) -> dict[str, Any]:
    """The answer is a problem of this status and type; its body."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["type"] == f"/problems/{kind}"
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["instance"] == f"urn:uuid:{answer.headers['x-request-id']}"
    return problem


def test_every_unsafe_operation_refuses_another_sites_page(company: Staff, clock: Clock) -> None:
    cookie, browser = a_cookie(company, clock), company.stranger()
    carried_out = []
    for operation in operations(company.app):
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
        for operation in operations(company.app)
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


UNREADABLE = [
    "limit=0",
    "limit=-1",
    "limit=99999999999999999999",
    "limit=abc",
    "sort=nonsense",
    "sort=",
    "count=maybe",
    "owner=nobody",
    "created_from=2026-02-30",
    "created_from=0000-00-00",
    "value_min=1e5",
    "value_min=-1",
    "value_min=12.5%0A",
    "q=%00",
    f"stage={'x' * 100}",
    "tag=%ED%A0%80%00",
    "source=a%00b",
    "external_id=%00",
]


def test_a_query_that_cannot_be_read_is_invalid(admin: TestClient) -> None:
    for query in UNREADABLE:
        problem = assert_problem(admin.get(f"{LEADS}?{query}"), 422, "invalid")
        assert [error["field"] for error in problem["errors"]] == [query.partition("=")[0]]


def test_a_query_that_can_be_read_is_answered(admin: TestClient) -> None:
    for query in ("", "limit=1000000", "q=%20", "q=%27%22%3B--", "q=***", "nonsense=1", "cursor="):
        answer = admin.get(f"{LEADS}?{query}")
        assert answer.status_code == 200, answer.text


def test_a_damaged_cursor_is_refused(admin: TestClient) -> None:
    for cursor in ("x", "e30", "W10", "bnVsbA", "A" * 600, "%C3%A4", "====", "WzEsMiwzLDRd"):
        assert_problem(admin.get(f"{LEADS}?cursor={cursor}"), 400, "bad-cursor")


def test_a_cursor_belongs_to_its_filters_and_its_sort(admin: TestClient) -> None:
    for number in range(3):
        a_lead(admin, title=f"Lead {number}")
    cursor = admin.get(LEADS, params={"limit": 1}).json()["next_cursor"]
    for other in ({"q": "lead"}, {"sort": "title"}, {"outcome": "won"}):
        assert_problem(admin.get(LEADS, params={"cursor": cursor, **other}), 400, "bad-cursor")
    assert admin.get(LEADS, params={"cursor": cursor, "limit": 200}).status_code == 200


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


def test_every_list_that_grows_comes_in_pages(company: Staff) -> None:
    schemas = company.app.openapi()["components"]["schemas"]
    unpaged = []
    for operation in operations(company.app):
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
    for operation in operations(app):
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


def test_a_problem_never_repeats_what_was_sent(admin: TestClient) -> None:
    answer = admin.post(
        LEADS, json={"title": "x", "value": "s3cret-value", "owner_id": "s3cret-id"}
    )
    assert answer.status_code == 422
    assert "s3cret" not in answer.text


# Idempotency-Key


def test_the_same_request_under_one_key_is_carried_out_once(admin: TestClient) -> None:
    first, second = (
        admin.post(LEADS, json={"title": "Once"}, headers={"Idempotency-Key": "k-1"})
        for _ in range(2)
    )
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"]
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    assert admin.get(LEADS, params={"count": "true"}).json()["total"] == 1


def test_a_key_belongs_to_one_body(admin: TestClient) -> None:
    admin.post(LEADS, json={"title": "One"}, headers={"Idempotency-Key": "k-2"})
    answer = admin.post(LEADS, json={"title": "Other"}, headers={"Idempotency-Key": "k-2"})
    assert_problem(answer, 422, "idempotency-key-reused")


def test_a_key_belongs_to_its_caller_and_to_its_address(company: Staff) -> None:
    key = {"Idempotency-Key": "k-3"}
    admin, rep = company.client("admin"), company.client("rep")
    made = admin.post(LEADS, json={"title": "Mine"}, headers=key).json()
    theirs = rep.post(LEADS, json={"title": "Mine"}, headers=key)
    assert theirs.json()["id"] != made["id"]
    contact = admin.post("/api/v1/contacts", json={"name": "Somebody"}, headers=key)
    assert contact.status_code == 201


def test_a_refusal_is_not_kept_under_its_key(admin: TestClient) -> None:
    key = {"Idempotency-Key": "k-4"}
    assert admin.post(LEADS, json={"title": ""}, headers=key).status_code == 422
    taken = {"title": "x", "external_id": "E-1"}
    assert admin.post(LEADS, json=taken).status_code == 201
    assert admin.post(LEADS, json=taken, headers=key).status_code == 409
    assert admin.post(LEADS, json={"title": "Better"}, headers=key).status_code == 201


def test_a_key_is_forgotten_after_a_day(admin: TestClient, clock: Clock) -> None:
    key = {"Idempotency-Key": "k-5"}
    first = admin.post(LEADS, json={"title": "Daily"}, headers=key).json()
    clock.advance(hours=23, minutes=59)
    assert admin.post(LEADS, json={"title": "Daily"}, headers=key).json()["id"] == first["id"]
    clock.advance(minutes=1)
    assert admin.post(LEADS, json={"title": "Daily"}, headers=key).json()["id"] != first["id"]
    assert admin.post(LEADS, json={"title": "Other"}, headers=key).status_code == 422


def test_a_key_that_is_none_is_malformed(admin: TestClient) -> None:
    for key in ("", "x" * 256, "tab\there", "\x7f"):
        answer = admin.post(LEADS, json={"title": "x"}, headers=raw("Idempotency-Key", key))
        assert_problem(answer, 400, "malformed")


def test_secrets_are_never_kept_for_repetition(admin: TestClient) -> None:
    body = {"name": "Integration", "role": "rep"}
    key = {"Idempotency-Key": "k-6"}
    secrets = {
        admin.post("/api/v1/api-keys", json=body, headers=key).json()["secret"] for _ in range(2)
    }
    assert len(secrets) == 2


# If-Match


def test_a_change_of_a_version_that_is_no_more_is_stale(admin: TestClient) -> None:
    lead = a_lead(admin)
    address = f"{LEADS}/{lead['id']}"
    read = admin.get(address).headers["etag"]
    changed = admin.patch(address, json={"title": "First"}, headers={"If-Match": read})
    assert changed.status_code == 200
    assert changed.headers["etag"] != read
    late = admin.patch(address, json={"title": "Second"}, headers={"If-Match": read})
    assert_problem(late, 412, "stale")
    assert admin.get(address).json()["title"] == "First"


def test_a_change_of_the_version_that_was_read_is_taken(admin: TestClient) -> None:
    lead = a_lead(admin)
    for mark in ("*", 'W/"{}"', '"{}"', '"0", "{}"', '"{}", "77"'):
        address = f"{LEADS}/{lead['id']}"
        headers = {"If-Match": mark.format(lead["version"])}
        answer = admin.patch(address, json={"title": f"Taken by {mark}"}, headers=headers)
        assert answer.status_code == 200, answer.text
        lead = answer.json()


def test_a_mark_that_was_never_given_out_is_stale(admin: TestClient) -> None:
    address = f"{LEADS}/{a_lead(admin)['id']}"
    for mark in ("", '""', "nonsense", '"-1"', '"1.0"', "ä", ","):
        answer = admin.patch(address, json={"title": "x"}, headers=raw("If-Match", mark))
        assert_problem(answer, 412, "stale")


def test_an_archived_twin_is_not_archived_by_a_stale_hand(admin: TestClient) -> None:
    lead = a_lead(admin)
    address = f"{LEADS}/{lead['id']}"
    admin.patch(address, json={"title": "Changed"})
    stale = admin.delete(address, headers={"If-Match": f'"{lead["version"]}"'})
    assert_problem(stale, 412, "stale")
    assert admin.get(address).json()["archived_at"] is None


def test_quotes_and_invoices_want_to_know_which_version_was_read(
    admin: TestClient, app: FastAPI
) -> None:
    lead = a_lead(admin)
    quote = admin.post(f"{LEADS}/{lead['id']}/quotes", json={}).json()
    address = f"/api/v1/quotes/{quote['id']}"
    assert_problem(admin.patch(address, json={"notes": "x"}), 428, "missing-if-match")
    assert_problem(admin.delete(address), 428, "missing-if-match")
    invoice = admin.post("/api/v1/invoices", json={"lead_id": lead["id"]}).json()
    address = f"/api/v1/invoices/{invoice['id']}"
    assert_problem(admin.patch(address, json={"notes": "x"}), 428, "missing-if-match")
    assert_problem(admin.delete(address), 428, "missing-if-match")


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
