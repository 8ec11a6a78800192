"""Ways to import: trying it out, all or nothing, twice at once, and again after a crash."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from api.imports.intake import Intake
from tests.api.answers import assert_problem
from tests.api.imports.importing import counts, imported, importing, leads
from tests.factories import Staff

PATH = "/api/v1/leads"


def total(company: Staff, noun: str) -> int:
    found = company.client("admin").get(f"/api/v1/{noun}", params={"count": "true", "limit": "1"})
    return int(found.json()["total"])


def many(count: int) -> str:
    rows = "".join(
        f"X-{n},Lead {n},p{n % 700}@b.example,Firm {n % 90},{n},Source {n % 3}\n"
        for n in range(count)
    )
    return f"external_id,title,email,company,value,source\n{rows}"


def test_a_dry_run_reports_the_same_and_changes_nothing(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, many(40))
    file = many(1_100).replace(",35,", ",36,") + "X-1,Other,,,,\nX-9999,,,,bad,\nN,No,,,,New one\n"
    before = total(company, "leads"), total(company, "companies"), total(company, "contacts")
    entries = admin.get("/api/v1/audit", params={"limit": "1"}).json()
    tried = imported(admin, file, {"dry_run": "true"})
    assert tried["id"] is None
    assert tried["applied"] is False
    assert before == tuple(total(company, noun) for noun in ("leads", "companies", "contacts"))
    assert admin.get("/api/v1/audit", params={"limit": "1"}).json() == entries
    assert len(admin.get("/api/v1/imports").json()["items"]) == 1
    done = imported(admin, file)
    assert counts(tried) == counts(done) == (1_061, 1, 39, 2)
    assert tried["new_sources"] == done["new_sources"] == ["New one"]
    assert tried["errors"] == done["errors"]


def test_all_or_nothing_is_nothing_where_one_row_is_refused(company: Staff) -> None:
    admin = company.client("admin")
    report = imported(admin, many(600) + "X,Bad,,,x,\n", {"atomic": "true"})
    assert (report["rows"], *counts(report)) == (601, 0, 0, 0, 1)
    assert report["applied"] is False
    assert report["errors"][0]["line"] == 602
    assert total(company, "leads") == total(company, "companies") == 0
    assert admin.get(f"/api/v1/imports/{report['id']}").json() == report


def test_all_or_nothing_is_all_where_every_row_fits(company: Staff) -> None:
    admin = company.client("admin")
    assert counts(imported(admin, many(600), {"atomic": "true"})) == (600, 0, 0, 0)
    assert counts(imported(admin, many(600), {"atomic": "true"})) == (0, 0, 600, 0)
    assert total(company, "leads") == 600


def test_all_or_nothing_is_for_ten_thousand_rows(company: Staff) -> None:
    admin = company.client("admin")
    rows = "A,x\n" * 10_001
    answer = importing(admin, f"title,value\n{rows}", {"atomic": "true"})
    assert_problem(answer, 422, "invalid")
    assert admin.get("/api/v1/imports").json()["items"] == []


def test_a_request_that_is_repeated_is_answered_as_before(company: Staff) -> None:
    admin = company.client("admin")
    first = importing(admin, many(10), headers={"Idempotency-Key": "once"})
    again = importing(admin, many(10), headers={"Idempotency-Key": "once"})
    assert first.json()["created"] == 10
    assert again.content == first.content
    assert again.headers["Idempotent-Replayed"] == "true"
    for content, params in ((many(11), None), (many(10), {"dry_run": "true"})):
        other = importing(admin, content, params, headers={"Idempotency-Key": "once"})
        assert other.status_code == 422


def test_a_request_that_is_repeated_while_it_runs_waits_for_its_answer(company: Staff) -> None:
    file = many(700)

    def ask(_: int) -> Any:
        return importing(company.client("admin"), file, headers={"Idempotency-Key": "at-once"})

    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(ask, range(3)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].json()["created"] == 700


def test_the_same_file_twice_at_once_makes_no_doubles(company: Staff) -> None:
    file = many(1_200)
    barrier = threading.Barrier(2)

    def bring(who: str) -> dict[str, Any]:
        client = company.client(who)
        barrier.wait()
        return imported(client, file)

    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(bring, ("admin", "manager")))
    assert sum(report["created"] for report in reports) == 1_200
    assert sum(report["unchanged"] for report in reports) == 1_200
    assert total(company, "leads") == 1_200
    assert total(company, "companies") == 90
    assert total(company, "contacts") == 700


def test_what_broke_off_is_finished_by_running_it_again(
    company: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = company.client("admin")
    take, taken = Intake.take, []

    def breaks_off(self: Intake, *given: Any) -> Any:
        judged = take(self, *given)
        taken.append(judged)
        if len(taken) == 2:
            raise RuntimeError("the power went out")
        return judged

    monkeypatch.setattr(Intake, "take", breaks_off)
    assert importing(admin, many(1_200)).status_code == 500
    monkeypatch.undo()
    assert total(company, "leads") == 500
    (broken,) = admin.get("/api/v1/imports").json()["items"]
    assert (broken["finished_at"], broken["created"]) == (None, 500)
    assert counts(imported(admin, many(1_200))) == (700, 0, 500, 0)
    assert total(company, "leads") == 1_200
    assert leads(admin, external_id="X-899")[0]["company"]["name"] == "Firm 89"
