"""What was refused is shown as it stands in the file, and can be taken home and mended."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from tests.api.imports.importing import counts, imported
from tests.factories import Staff

FILE = (
    "Title;Betrag;Remark\n"
    'Good;100;fine\n"Bad; with a semicolon";much;"two\nlines"\n'
    "Worse;;;a cell too many\n"
)
MAPPING = {"map[Betrag]": "value"}


def refused_rows(client: TestClient, id: str) -> list[list[str]]:
    answer = client.get(f"/api/v1/imports/{id}/refused-rows")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.text)))


@pytest.mark.parametrize("atomic", ["false", "true"])
def test_refused_rows_are_kept_as_they_stand_in_the_file(company: Staff, atomic: str) -> None:
    rep = company.client("rep")
    report = imported(rep, FILE, {**MAPPING, "atomic": atomic})
    assert report["failed"] == 2
    heading, first, second = refused_rows(rep, report["id"])
    assert heading == ["Refused because", "Title", "Betrag", "Remark"]
    assert first[1:] == ["Bad; with a semicolon", "much", "two\nlines"]
    assert first[0].startswith("Betrag: ")
    assert second[1:] == ["Worse", "", "", "a cell too many"]


def test_a_dry_run_shows_refused_rows_cell_by_cell_and_keeps_nothing(company: Staff) -> None:
    rep = company.client("rep")
    report = imported(rep, FILE, {**MAPPING, "dry_run": "true"})
    assert report["headings"] == ["Title", "Betrag", "Remark"]
    assert report["sample"][0] == ["Good", "100", "fine"]
    assert [row["line"] for row in report["refused"]] == [3, 5]
    assert report["refused"][0]["cells"] == ["Bad; with a semicolon", "much", "two\nlines"]
    assert rep.get("/api/v1/imports").json()["items"] == []


def test_mended_rows_go_in_by_the_same_columns(company: Staff) -> None:
    rep = company.client("rep")
    report = imported(rep, "Title,value\nA,1\nB,nonsense\n")
    kept = rep.get(f"/api/v1/imports/{report['id']}/refused-rows").text
    again = imported(rep, kept.replace("nonsense", "2"))
    assert counts(again)[0] == 1
    assert again["unmapped"] == ["Refused because"]


def test_ten_thousand_refused_rows_are_kept_and_a_hundred_shown(company: Staff) -> None:
    rep = company.client("rep")
    rows = "".join(f"Lead {n},nonsense\n" for n in range(10_050))
    report = imported(rep, f"title,value\n{rows}")
    assert report["failed"] == 10_050
    assert len(report["refused"]) == 100
    assert len(refused_rows(rep, report["id"])) == 1 + 10_000


def test_nobody_else_may_download_them(company: Staff) -> None:
    report = imported(company.client("rep"), FILE, MAPPING)
    path = f"/api/v1/imports/{report['id']}/refused-rows"
    assert company.client("other_rep").get(path).status_code == 404
    assert company.client("admin").get(path).status_code == 200
