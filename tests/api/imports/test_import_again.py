"""A file that comes again: the same changes nothing, what differs is written, later edits stay."""

from typing import Any

import pytest

from tests.api.imports.importing import counts, imported, leads, moves, the_lead
from tests.conftest import Clock
from tests.factories import Staff, a_lead

FILE = (
    "external_id,title,email,phone,company,stage,value,source,tags,owner,note\n"
    "1,First,ann@acme.example,+49 30 1,Acme,contacted,100,Web,a;b,Rita Rep,Hello\n"
    "2,Second,bob@b.example,,Beta,won,200,Fair,,Rita Rep,\n"
    "3,Third,,,Acme,lost,,,,Otto Rep,\n"
)


@pytest.mark.parametrize("match", ["external_id", "row", "email"])
def test_the_same_file_twice_changes_nothing(company: Staff, match: str) -> None:
    admin = company.client("admin")
    assert counts(imported(admin, FILE, {"match": match})) == (3, 0, 0, 0)
    before = leads(admin)
    assert counts(imported(admin, FILE, {"match": match})) == (0, 0, 3, 0)
    assert leads(admin) == before


@pytest.mark.parametrize("match", ["external_id", "row", "email"])
def test_the_same_file_after_people_worked_on_its_leads_changes_nothing(
    company: Staff, match: str
) -> None:
    admin = company.client("admin")
    imported(admin, FILE, {"match": match})
    for lead in leads(admin):
        change: dict[str, Any] = {"title": f"{lead['title']} edited", "value": "999.00"}
        if lead["outcome"] == "open":
            change |= {"stage": "won", "tags": ["mine"], "owner_id": str(company.ids["manager"])}
        assert admin.patch(f"/api/v1/leads/{lead['id']}", json=change).status_code == 200
    edited = leads(admin)
    assert counts(imported(admin, FILE, {"match": match})) == (0, 0, 3, 0)
    assert leads(admin) == edited


def test_a_file_in_another_shape_that_says_the_same_changes_nothing(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "external_id,title,value,created_at\n1,First,1250,2026-01-05\n")
    other = 'Record ID;Deal Name;Amount;Create Date\n1;First;"1.250,00";5 Jan 2026\n'
    assert counts(imported(admin, other)) == (0, 0, 1, 0)


def test_only_what_the_file_says_differently_is_written(company: Staff) -> None:
    admin = company.client("admin")
    heading = "external_id,title,value,source\n"
    imported(admin, f"{heading}1,First,100,Web\n")
    lead = the_lead(admin)
    admin.patch(f"/api/v1/leads/{lead['id']}", json={"title": "Ours", "source": "Phone"})
    assert counts(imported(admin, f"{heading}1,First,150,Web\n")) == (0, 1, 0, 0)
    after = the_lead(admin)
    assert (after["title"], after["value"], after["source"]) == ("Ours", "150.00", "Phone")
    entry = admin.get("/api/v1/audit", params={"entity_id": lead["id"]}).json()["items"][0]
    assert (entry["action"], entry["before"], entry["after"]) == (
        "lead.updated",
        {"value": "100"},
        {"value": "150"},
    )


def test_what_people_did_already_is_no_change(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "external_id,title,value\n1,First,100\n")
    lead = the_lead(admin)
    admin.patch(f"/api/v1/leads/{lead['id']}", json={"value": "150"})
    assert counts(imported(admin, "external_id,title,value\n1,First,150\n")) == (0, 0, 1, 0)


def test_a_blank_never_clears(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, FILE)
    blank = (
        "external_id,title,email,phone,company,stage,value,source,tags,owner,note\n"
        "1,,null,,-,NULL,N/A,,,,\n"
    )
    before = the_lead(admin, external_id="1")
    assert counts(imported(admin, blank)) == (0, 0, 1, 0)
    assert the_lead(admin, external_id="1") == before
    assert counts(imported(admin, FILE)) == (0, 0, 3, 0)


def test_every_field_can_differ(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, FILE)
    other = (
        "external_id,title,email,phone,company,stage,value,source,tags,owner,note,visibility,"
        "expected_close_on,next_follow_up_on,created_at\n"
        "1,New,eve@acme.example,+49 30 2,Gamma,qualified,101,Phone,c,Otto Rep,Again,private,"
        "2026-12-31,2026-12-01,2026-02-03\n"
    )
    assert counts(imported(admin, other)) == (0, 1, 0, 0)
    lead = the_lead(admin, external_id="1")
    assert lead["title"] == "New"
    assert lead["contact"]["email"] == "eve@acme.example"
    assert lead["company"]["name"] == "Gamma"
    assert (lead["stage"], lead["value"], lead["source"]) == ("qualified", "101.00", "Phone")
    assert (lead["tags"], lead["owner"]["name"]) == (["c"], "Otto Rep")
    assert (lead["visibility"], lead["expected_close_on"]) == ("private", "2026-12-31")
    assert lead["next_follow_up_on"] == "2026-12-01"
    assert lead["created_at"].startswith("2026-02-03")
    first, second = moves(admin, lead)
    assert first["at"].startswith("2026-02-03")
    assert (second["from_stage"], second["to_stage"]) == ("contacted", "qualified")
    assert leads(admin, q="eve gamma")[0]["id"] == lead["id"]
    notes = str(admin.get(f"/api/v1/leads/{lead['id']}/timeline").json())
    assert "Hello" in notes
    assert "Again" in notes
    assert counts(imported(admin, other)) == (0, 0, 1, 0)


def test_another_name_under_the_same_address_is_the_same_person(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "external_id,title,email,contact name\n1,A,ann@acme.example,Ann Old\n")
    before = the_lead(admin)["contact"]["id"]
    imported(admin, "external_id,title,email,contact name\n1,A,ann@acme.example,Ann New\n")
    contact = the_lead(admin, q="new")["contact"]
    assert (contact["id"], contact["name"]) == (before, "Ann New")


def test_a_deal_that_was_won_meanwhile_closes_on_its_day(company: Staff) -> None:
    admin = company.client("admin")
    heading = "external_id,title,stage,created_at,closed_at,value\n"
    imported(admin, f"{heading}1,A,contacted,2026-01-05,,\n")
    assert counts(imported(admin, f"{heading}1,A,won,2026-01-05,2026-02-10,70\n")) == (0, 1, 0, 0)
    lead = the_lead(admin)
    assert (lead["outcome"], lead["value"]) == ("won", "70.00")
    assert lead["closed_at"].startswith("2026-02-10")
    _, closing = moves(admin, lead)
    assert closing["at"].startswith("2026-02-10")
    assert closing["value"] == "70.00"


def test_corrected_days_correct_the_recorded_moves(company: Staff) -> None:
    admin = company.client("admin")
    heading = "external_id,title,stage,created_at,closed_at\n"
    imported(admin, f"{heading}1,A,won,2026-01-05,2026-02-10\n")
    assert counts(imported(admin, f"{heading}1,A,won,2025-12-20,2026-03-01\n")) == (0, 1, 0, 0)
    lead = the_lead(admin)
    assert lead["created_at"].startswith("2025-12-20")
    assert lead["closed_at"].startswith("2026-03-01")
    assert [move["at"][:10] for move in moves(admin, lead)] == ["2025-12-20", "2026-03-01"]


def test_losing_a_known_lead_needs_no_reason_but_keeps_one(company: Staff) -> None:
    admin = company.client("admin")
    heading = "external_id,title,stage,lost_reason\n"
    imported(admin, f"{heading}1,A,contacted,\n2,B,contacted,\n")
    imported(admin, f"{heading}1,A,lost,\n2,B,lost,price\n")
    assert [lead["lost_reason"] for lead in leads(admin)] == [None, "price"]
    imported(admin, f"{heading}1,A,lost,Went to the moon\n2,B,lost,timing\n")
    assert [(lead["lost_reason"], lead["lost_note"]) for lead in leads(admin)] == [
        (None, "Went to the moon"),
        ("timing", None),
    ]


def test_two_equal_rows_are_two_leads_and_stay_two(company: Staff) -> None:
    admin = company.client("admin")
    file = "title,value\nSame,5\nSame,5\nOther,5\n"
    assert counts(imported(admin, file)) == (3, 0, 0, 0)
    assert counts(imported(admin, file)) == (0, 0, 3, 0)
    assert counts(imported(admin, f"{file}Same,5\n")) == (1, 0, 3, 0)


def test_an_id_that_stands_in_the_file_twice_is_one_lead(company: Staff) -> None:
    admin = company.client("admin")
    file = "external_id,title,value\n1,A,5\n1,A,5\n1,A,6\n2,B,5\n1,A,5\n"
    for wanted in ((2, 0, 2, 1), (0, 0, 4, 1)):
        report = imported(admin, file)
        assert counts(report) == wanted
        (error,) = report["errors"]
        assert (error["line"], error["column"], error["value"]) == (4, "external_id", "1")
        assert "Line 2" in error["message"]
    assert len(leads(admin)) == 2


def test_a_row_whose_first_telling_was_refused_is_taken_in_later_in_the_file(
    company: Staff,
) -> None:
    admin = company.client("admin")
    report = imported(admin, "external_id,title,owner\n1,A,Nobody\n1,A,Rita Rep\n1,A,Otto Rep\n")
    assert counts(report) == (1, 0, 0, 2)
    assert [error["line"] for error in report["errors"]] == [2, 4]
    assert the_lead(admin)["owner"]["name"] == "Rita Rep"


def test_a_lead_that_was_made_by_hand_is_known_by_its_external_id(company: Staff) -> None:
    admin = company.client("admin")
    made = a_lead(admin, external_id="X-9", title="By hand")
    report = imported(admin, "external_id,title,value\nX-9,From file,1250\n")
    assert counts(report) == (0, 1, 0, 0)
    assert the_lead(admin)["id"] == made["id"]
    assert the_lead(admin)["title"] == "From file"


def test_matching_by_email_finds_the_contacts_only_open_lead(company: Staff) -> None:
    admin = company.client("admin")
    there = a_lead(admin, title="By hand")
    file = "email,value\nnadia@northwind.example,77\n"
    assert counts(imported(admin, file, {"match": "email"})) == (0, 1, 0, 0)
    assert the_lead(admin)["id"] == there["id"]
    assert the_lead(admin)["value"] == "77.00"


def test_two_open_leads_of_a_contact_refuse_the_row(company: Staff) -> None:
    admin = company.client("admin")
    a_lead(admin, title="One")
    a_lead(admin, title="Two")
    report = imported(admin, "email,value\nNadia@northwind.example,7\n", {"match": "email"})
    (error,) = report["errors"]
    assert (error["column"], error["value"]) == ("email", "Nadia@northwind.example")
    assert "2 open leads" in error["message"]


def test_a_note_that_differs_is_another_note(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "external_id,title,note\n1,A,First\n")
    assert counts(imported(admin, "external_id,title,note\n1,A,Second\n")) == (0, 1, 0, 0)
    told = str(admin.get(f"/api/v1/leads/{the_lead(admin)['id']}/timeline").json())
    assert "First" in told
    assert "Second" in told


def test_an_edited_lead_that_is_archived_stays_archived(company: Staff, clock: Clock) -> None:
    admin = company.client("admin")
    imported(admin, "external_id,title\n1,A\n")
    admin.delete(f"/api/v1/leads/{the_lead(admin)['id']}")
    assert counts(imported(admin, "external_id,title\n1,A\n")) == (0, 0, 1, 0)
    assert leads(admin) == []
