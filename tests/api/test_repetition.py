"""Asking twice, asking late, asking for a page: what the databases keep of it."""

from fastapi.testclient import TestClient

from tests.api.answers import assert_problem, raw
from tests.conftest import Clock
from tests.factories import Staff, a_lead

LEADS = "/api/v1/leads"


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
    "nonsense=1",
]


def test_a_query_that_cannot_be_read_is_invalid(admin: TestClient) -> None:
    for query in UNREADABLE:
        problem = assert_problem(admin.get(f"{LEADS}?{query}"), 422, "invalid")
        assert [error["field"] for error in problem["errors"]] == [query.partition("=")[0]]


def test_a_query_that_can_be_read_is_answered(admin: TestClient) -> None:
    for query in ("", "limit=1000000", "q=%20", "q=%27%22%3B--", "q=***", "cursor="):
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


def test_quotes_and_invoices_want_to_know_which_version_was_read(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = admin.post(f"{LEADS}/{lead['id']}/quotes", json={}).json()
    address = f"/api/v1/quotes/{quote['id']}"
    assert_problem(admin.patch(address, json={"notes": "x"}), 428, "missing-if-match")
    assert_problem(admin.delete(address), 428, "missing-if-match")
    invoice = admin.post("/api/v1/invoices", json={"lead_id": lead["id"]}).json()
    address = f"/api/v1/invoices/{invoice['id']}"
    assert_problem(admin.patch(address, json={"notes": "x"}), 428, "missing-if-match")
    assert_problem(admin.delete(address), 428, "missing-if-match")
