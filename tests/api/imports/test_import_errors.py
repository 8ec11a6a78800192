"""Files with faults: a bad row is named by line, column and value, and spoils no other."""

import pytest

from tests.api.answers import assert_problem
from tests.api.imports.importing import counts, imported, importing, leads, the_lead
from tests.factories import Staff

FAULTS = {
    ("email", "contact_email"): ("not an address", "not an e-mail address"),
    ("Amount", "value"): ("a lot", "not an amount"),
    ("Expected Close", "expected_close_on"): ("03/04/2026", "two different days"),
    ("Next Follow Up", "next_follow_up_on"): ("soon", "not a day"),
    ("Create Date", "created_at"): ("2026-02-30", "no such day"),
    ("visibility", "visibility"): ("secret", "public or private"),
    ("Phone", "contact_phone"): ("none", "not a telephone number"),
    ("Title", "title"): ("x" * 300, "300 characters; at most 255"),
}


def test_every_fault_of_a_row_is_named_by_line_column_and_value(company: Staff) -> None:
    rep = company.client("rep")
    columns = {fields[0]: fields[1] for fields in FAULTS}
    heading = ",".join(columns)
    bad = ",".join(f'"{value}"' for value, _ in FAULTS.values())
    report = imported(rep, f"{heading}\n,,,,,,,Good\n{bad}\n,,,,,,,Also good\n")
    assert counts(report) == (2, 0, 0, 1)
    assert report["columns"] == columns
    assert {error["line"] for error in report["errors"]} == {3}
    named = {error["column"]: error for error in report["errors"]}
    for (column, _), (value, message) in FAULTS.items():
        assert named[column]["value"] == value[:200]
        assert message.lower() in named[column]["message"].lower()
    assert [lead["title"] for lead in leads(rep)] == ["Also good", "Good"]


def test_a_thousand_errors_are_listed_and_all_are_counted(company: Staff) -> None:
    rows = "".join(f"Lead {n},nonsense\n" for n in range(1_200))
    report = imported(company.client("rep"), f"title,value\n{rows}")
    assert counts(report) == (0, 0, 0, 1_200)
    assert len(report["errors"]) == 1_000
    assert [error["line"] for error in report["errors"]] == list(range(2, 1_002))


def test_ambiguous_days_are_settled_by_the_caller(company: Staff) -> None:
    rep = company.client("rep")
    file = "title,Expected Close\nA,03/04/2027\n"
    imported(rep, file, {"dates": "dmy"})
    assert the_lead(rep)["expected_close_on"] == "2027-04-03"
    again = imported(rep, file, {"dates": "mdy"})
    assert counts(again) == (0, 1, 0, 0)
    assert the_lead(rep)["expected_close_on"] == "2027-03-04"


def test_a_row_that_cannot_be_read_at_all_is_named_by_its_line(company: Staff) -> None:
    file = 'title,value\nGood,1\n"open,2\nAlso good,3\nto,o,many,cells\n'
    report = imported(company.client("rep"), file)
    assert counts(report) == (2, 0, 0, 2)
    assert [(error["line"], error["column"]) for error in report["errors"]] == [
        (3, None),
        (5, None),
    ]


def test_quotes_and_formulas_come_through_as_they_are(company: Staff) -> None:
    rep = company.client("rep")
    file = (
        'title,Amount,contact name\n"He said ""hi"", twice","1,5",=cmd|\' /C calc\'!A0\n'
        '"=""Quoted""",2,"O\'Hara, ""Bob"""\n"bad ""value""",a "lot",\n'
    )
    report = imported(rep, file)
    assert [lead["title"] for lead in leads(rep)] == ['He said "hi", twice', "Quoted"]
    assert leads(rep)[0]["contact"]["name"] == "=cmd|' /C calc'!A0"
    assert leads(rep)[1]["contact"]["name"] == 'O\'Hara, "Bob"'
    assert report["errors"][0]["value"] == 'a "lot"'


def test_a_cell_of_five_megabytes_is_refused_and_its_neighbours_go_in(company: Staff) -> None:
    rep = company.client("rep")
    file = f"title,note\nA,short\nB,{'x' * 5_000_000}\nC,short\n"
    report = imported(rep, file)
    assert counts(report) == (2, 0, 0, 1)
    (error,) = report["errors"]
    assert error["line"] == 3
    assert len(error["value"] or "") <= 200


def test_totals_and_notices_are_left_out_and_listed(company: Staff) -> None:
    file = 'title,value\nA,5\nGrand Total,5\n"Confidential Information - Do Not Distribute"\n'
    report = imported(company.client("rep"), file)
    assert counts(report) == (1, 0, 0, 0)
    assert [line["line"] for line in report["left_out"]] == [3, 4]


def test_columns_that_feed_nothing_are_named(company: Staff) -> None:
    rep = company.client("rep")
    file = "title,Shoe size,Region,Mood\nA,43,North,good\n"
    report = imported(rep, file, {"map[Region]": "source", "map[Mood]": "ignore"})
    assert report["unmapped"] == ["Shoe size"]
    assert the_lead(rep)["source"] == "North"


def test_headings_alone_import_nothing(company: Staff) -> None:
    report = imported(company.client("rep"), "title,value\n")
    assert (report["rows"], report["errors"]) == (0, [])


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_refused(company: Staff, content: str) -> None:
    answer = importing(company.client("rep"), content)
    assert_problem(answer, 422, "invalid")
    assert "empty" in answer.json()["detail"]


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", ""])
def test_another_type_is_refused(company: Staff, kind: str) -> None:
    answer = importing(company.client("rep"), "title\nA\n", headers={"Content-Type": kind})
    assert_problem(answer, 415, "wrong-type")


@pytest.mark.parametrize(
    "kind",
    [
        "text/csv; charset=utf-8",
        "application/octet-stream",
        "text/plain",
        "Text/Tab-Separated-Values",
    ],
)
def test_a_file_may_come_under_several_types(company: Staff, kind: str) -> None:
    answer = importing(
        company.client("rep"), "title\tvalue\nA\t5\n", headers={"Content-Type": kind}
    )
    assert answer.json()["created"] == 1


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"map[Nothing]": "title"}, "map[Nothing]"),
        ({"map[value]": "nothing"}, "map[value]"),
        ({"stage[Theirs]": "nothing"}, "stage[Theirs]"),
        ({"match": "external_id"}, "match"),
        ({"match": "email"}, "match"),
        ({"match": "luck"}, "match"),
        ({"dates": "dym"}, "dates"),
        ({"atomic": "maybe"}, "atomic"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    company: Staff, params: dict[str, str], field: str
) -> None:
    rep = company.client("rep")
    answer = importing(rep, "title,value\nA,5\n", params)
    problem = assert_problem(answer, 422, "invalid")
    assert [error["field"] for error in problem["errors"]] == [field]
    assert leads(rep) == []
    assert rep.get("/api/v1/imports").json()["items"] == []


def test_a_workbook_is_refused_by_name(company: Staff) -> None:
    answer = importing(company.client("rep"), b"PK\x03\x04" + b"\x00" * 26 + b"xl/workbook.xml")
    assert_problem(answer, 422, "invalid")
    assert "Excel workbook" in answer.json()["detail"]


def test_a_file_in_latin_1_with_semicolons_is_read(company: Staff) -> None:
    rep = company.client("rep")
    imported(rep, "Firma;Wert\nMüller & Söhne;1.234,50\n".encode("latin-1"), {"map[Wert]": "value"})
    lead = the_lead(rep)
    assert (lead["title"], lead["value"]) == ("Müller & Söhne", "1234.50")


def test_what_the_database_alone_refuses_spoils_no_other_row(
    company: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that nobody foresaw is found by halving its batch."""
    from domain.leads import Lead

    renamed = Lead.name_source

    def unwritable(self: Lead, source: str | None) -> None:
        renamed(self, source)
        if source == "Trouble":
            self.owner_id = self.id

    monkeypatch.setattr(Lead, "name_source", unwritable)
    rows = "".join(f"Lead {n},{'Trouble' if n == 17 else 'Web'}\n" for n in range(40))
    report = imported(company.client("admin"), f"title,source\n{rows}")
    assert counts(report) == (39, 0, 0, 1)
    (error,) = report["errors"]
    assert error["line"] == 19
