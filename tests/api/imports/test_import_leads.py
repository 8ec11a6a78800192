"""What a row of a file becomes: a lead with its customer, owner, stage and past."""

import pytest

from tests.api.imports.importing import counts, imported, leads, moves, the_lead
from tests.conftest import Clock
from tests.factories import Staff, a_lead

HEADING = "Deal Name,Contact,Email,Phone,Company,Owner,Stage,Lead Source,Amount,Expected Close,Tags"


def test_every_field_of_a_row_is_in_the_lead(company: Staff) -> None:
    admin = company.client("admin")
    file = (
        "title,contact_name,contact_email,contact_phone,company,owner,stage,source,value,currency,"
        "expected_close_on,next_follow_up_on,visibility,tags,external_id,created_at,note\n"
        "CNC retrofit,Nadia Okafor,Nadia@Northwind.example,+49 30 12,Northwind,Rita Rep,qualified,"
        'Fair,"1,250.50",EUR,2026-12-24,2026-11-30,private,hot; fair,X-1,2026-01-05,Call first\n'
    )
    assert counts(imported(admin, file)) == (1, 0, 0, 0)
    lead = the_lead(admin)
    assert lead["title"] == "CNC retrofit"
    assert lead["contact"]["name"] == "Nadia Okafor"
    assert lead["contact"]["email"] == "nadia@northwind.example"
    assert lead["company"]["name"] == "Northwind"
    assert lead["owner"]["name"] == "Rita Rep"
    assert (lead["stage"], lead["source"], lead["value"]) == ("qualified", "Fair", "1250.50")
    assert lead["expected_close_on"] == "2026-12-24"
    assert lead["next_follow_up_on"] == "2026-11-30"
    assert (lead["visibility"], lead["tags"]) == ("private", ["hot", "fair"])
    assert lead["external_id"] == "X-1"
    assert lead["created_at"].startswith("2026-01-05T11:00:00")
    timeline = admin.get(f"/api/v1/leads/{lead['id']}/timeline").json()["items"]
    assert "Call first" in str(timeline)
    assert the_lead(admin, q="north okaf")["id"] == lead["id"]
    assert the_lead(admin, tag="HOT")["id"] == lead["id"]


def test_no_owner_is_the_caller_and_no_stage_the_first(company: Staff) -> None:
    rep = company.client("rep")
    imported(rep, "title\nOne\n")
    lead = the_lead(rep)
    assert lead["owner"]["name"] == "Rita Rep"
    assert lead["stage"] == "prospect"


def test_a_lead_without_a_title_is_called_like_its_customer(company: Staff) -> None:
    rep = company.client("rep")
    imported(rep, "title,email,company\n,ann@acme.example,Acme\n,bob@b.example,\n")
    assert [lead["title"] for lead in leads(rep)] == ["Acme", "bob"]


def test_a_row_without_title_contact_and_company_is_refused(company: Staff) -> None:
    report = imported(company.client("rep"), "title,value,source\n,5,Fair\n")
    assert counts(report) == (0, 0, 0, 1)
    assert report["errors"][0]["message"] == "Give the lead a title, a contact or a company."


def test_a_won_row_was_created_and_closed_when_it_says(company: Staff) -> None:
    admin = company.client("admin")
    file = (
        "title,stage,created_at,close date,value,owner\nA,Won,2026-01-05,2026-03-10,700,Rita Rep\n"
    )
    imported(admin, file)
    lead = the_lead(admin)
    assert lead["outcome"] == "won"
    assert lead["closed_at"].startswith("2026-03-10")
    assert lead["next_follow_up_on"] is None
    first, closing = moves(admin, lead)
    assert (first["from_stage"], first["to_stage"]) == (None, "prospect")
    assert first["at"].startswith("2026-01-05")
    assert (closing["from_stage"], closing["to_stage"]) == ("prospect", "won")
    assert closing["at"].startswith("2026-03-10")
    assert closing["value"] == "700.00"


def test_a_closed_row_without_a_day_closes_today(company: Staff, clock: Clock) -> None:
    admin = company.client("admin")
    imported(admin, "title,stage,created_at\nA,Lost,2026-01-05\n")
    lead = the_lead(admin)
    assert lead["closed_at"].startswith(clock.now.date().isoformat())
    assert lead["lost_reason"] is None


def test_a_row_that_says_only_when_it_closed_was_created_then(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "title,stage,closed_at\nA,Won,2025-06-01\n")
    assert the_lead(admin)["created_at"].startswith("2025-06-01")


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("Won,2027-01-01,", "created_at", "future"),
        ("Won,2026-01-01,2027-01-01", "closed_at", "future"),
        ("Won,2026-03-01,2026-02-01", "closed_at", "closed after it was created"),
        ("prospect,2026-03-01,2026-04-01", "closed_at", "Only a lead in a won or lost stage"),
    ],
)
def test_what_cannot_have_happened_is_refused(
    company: Staff, row: str, column: str, message: str
) -> None:
    report = imported(company.client("admin"), f"title,stage,created_at,closed_at\nA,{row}\n")
    (error,) = report["errors"]
    assert (error["line"], error["column"]) == (2, column)
    assert message in error["message"]


def test_created_today_is_not_the_future_in_the_morning(company: Staff, clock: Clock) -> None:
    clock.advance(hours=-6)
    admin = company.client("admin")
    assert counts(imported(admin, "title,created_at\nA,2026-11-23\n")) == (1, 0, 0, 0)


@pytest.mark.parametrize(
    ("written", "reason", "note"),
    [
        ("Price", "price", None),
        ("Too expensive", "price", None),
        ("No Decision / Non-Responsive", "no_decision", None),
        ("Duplicate", "not_a_lead", None),
        ("They moved to the moon", None, "They moved to the moon"),
    ],
)
def test_a_lost_reason_is_one_of_ours_or_kept_as_written(
    company: Staff, written: str, reason: str | None, note: str | None
) -> None:
    admin = company.client("admin")
    imported(admin, f"title,stage,lost_reason\nA,Closed Lost,{written}\n")
    lead = the_lead(admin)
    assert (lead["lost_reason"], lead["lost_note"]) == (reason, note)


def test_an_open_lead_has_no_reason_for_losing_it(company: Staff) -> None:
    report = imported(company.client("admin"), "title,stage,lost_reason\nA,qualified,Price\n")
    (error,) = report["errors"]
    assert (error["column"], error["value"]) == ("lost_reason", "Price")


@pytest.mark.parametrize(
    "written", ["sent_to_finance", "Sent to Finance", "SENT TO FINANCE", " sent-to-finance "]
)
def test_stages_are_known_by_key_and_name_whatever_their_case(company: Staff, written: str) -> None:
    admin = company.client("admin")
    imported(admin, f"title,stage\nA,{written}\n")
    assert the_lead(admin)["stage"] == "sent_to_finance"


def test_an_unknown_stage_refuses_the_row_and_says_how_to_map_it(company: Staff) -> None:
    admin = company.client("admin")
    report = imported(admin, "title,stage,close date\nA,Engaging,2026-12-01\nB,prospect,\n")
    assert counts(report) == (1, 0, 0, 1)
    (error,) = report["errors"]
    assert (error["line"], error["column"], error["value"]) == (2, "stage", "Engaging")
    assert "stage[Engaging]=key" in error["message"]
    mapped = imported(
        admin, "title,stage,close date\nA,Engaging,2026-12-01\n", {"stage[engaging]": "contacted"}
    )
    assert counts(mapped) == (1, 0, 0, 0)
    assert the_lead(admin, stage="contacted")["expected_close_on"] == "2026-12-01"


def test_owners_are_known_by_address_or_full_name(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "title,owner\nA,OTTO REP\nB,other_rep@EXAMPLE.com\nC,  otto   rep \n")
    assert {lead["owner"]["name"] for lead in leads(admin)} == {"Otto Rep"}


def test_an_unknown_owner_refuses_the_row(company: Staff) -> None:
    report = imported(company.client("admin"), "title,owner\nA,Nobody Known\nB,Rita Rep\n")
    assert counts(report) == (1, 0, 0, 1)
    (error,) = report["errors"]
    assert (error["column"], error["value"]) == ("owner", "Nobody Known")


def test_unknown_owners_become_former_colleagues_where_that_is_asked(company: Staff) -> None:
    admin = company.client("admin")
    file = "title,owner\nA,Nobody Known\nB,nobody known\nC,gone@old.example\n"
    assert counts(imported(admin, file, {"create_users": "true"})) == (3, 0, 0, 0)
    assert [lead["owner"]["name"] for lead in leads(admin)] == [
        "Nobody Known",
        "Nobody Known",
        "gone@old.example",
    ]
    former = admin.get("/api/v1/users", params={"active": "false"}).json()["items"]
    assert {(user["name"], user["email"]) for user in former} == {
        ("Nobody Known", None),
        ("gone@old.example", None),
    }
    assert counts(imported(admin, file)) == (0, 0, 3, 0)


def test_customers_are_found_among_what_is_there(company: Staff) -> None:
    rep = company.client("rep")
    there = a_lead(rep)
    file = (
        "title,email,contact name,phone,company\n"
        "B,NADIA@northwind.example,N. Okafor,+49 40 555,northwind TRADERS\n"
        "C,,Nadia Okafor,,Northwind Traders\n"
    )
    imported(rep, file)
    found = leads(rep)
    assert {lead["company"]["id"] for lead in found} == {there["company"]["id"]}
    assert {lead["contact"]["id"] for lead in found} == {there["contact"]["id"]}
    assert {lead["contact"]["name"] for lead in found} == {"Nadia Okafor"}
    assert {lead["contact"]["phone"] for lead in found} == {"+49 40 555"}
    assert len(leads(rep, q="555")) == 3


def test_the_same_customer_in_many_rows_is_made_once(company: Staff) -> None:
    rep = company.client("rep")
    rows = "".join(f"Deal {n},ann@acme.example,Acme GmbH\n" for n in range(30))
    imported(rep, f"title,email,company\n{rows}")
    assert rep.get("/api/v1/companies", params={"count": "true"}).json()["total"] == 1
    assert rep.get("/api/v1/contacts", params={"count": "true"}).json()["total"] == 1


def test_a_contact_without_a_company_in_the_row_brings_its_own(company: Staff) -> None:
    rep = company.client("rep")
    there = a_lead(rep)
    imported(rep, "title,email\nB,nadia@northwind.example\n")
    assert {lead["company"]["id"] for lead in leads(rep)} == {there["company"]["id"]}


def test_new_sources_are_listed_once_and_compared_without_case(company: Staff) -> None:
    rep = company.client("rep")
    a_lead(rep, source="Trade Fair")
    file = "title,source\nA, trade  fair \nB,Podcast\nC,PODCAST\nD,Web\nE,Web\n"
    report = imported(rep, file)
    assert sorted(report["new_sources"]) == ["Podcast", "Web"]
    assert len(leads(rep, source="trade fair")) == 2
    assert imported(rep, "title,source\nF,podcast\n")["new_sources"] == []


def test_a_source_of_a_refused_row_is_not_new(company: Staff) -> None:
    report = imported(company.client("rep"), "title,source,owner\nA,Podcast,Nobody\n")
    assert report["new_sources"] == []


def test_follow_ups_without_a_date_are_spread_over_the_coming_working_days(company: Staff) -> None:
    rep = company.client("rep")
    a_lead(rep, next_follow_up_on="2026-11-24")
    rows = "".join(f"Deal {n:02d}\n" for n in range(45))
    imported(rep, f"title\n{rows}")
    days = [lead["next_follow_up_on"] for lead in leads(rep)]
    assert {day: days.count(day) for day in days} == {
        "2026-11-24": 20,
        "2026-11-25": 20,
        "2026-11-26": 6,
    }


def test_from_the_proposal_stage_on_a_close_is_expected(company: Staff) -> None:
    rep = company.client("rep")
    imported(rep, "title,stage\nA,proposal_sent\nB,qualified\n")
    assert [lead["expected_close_on"] for lead in leads(rep)] == ["2026-12-23", None]


@pytest.mark.parametrize(
    ("row", "column"),
    [("5,USD", "currency"), ("$5,", "value"), ("USD 5,EUR", "value"), ("-5,", "value")],
)
def test_an_amount_in_another_currency_or_below_zero_is_refused(
    company: Staff, row: str, column: str
) -> None:
    report = imported(company.client("rep"), f"title,value,currency\nA,{row}\n")
    (error,) = report["errors"]
    assert error["column"] == column


def test_an_import_is_in_the_audit_log_lead_by_lead(company: Staff) -> None:
    admin = company.client("admin")
    report = imported(admin, "title,value\nA,7\n")
    lead = the_lead(admin)
    entries = admin.get("/api/v1/audit", params={"entity_id": lead["id"]}).json()["items"]
    (entry,) = entries
    assert entry["action"] == "lead.created"
    assert entry["after"]["title"] == "A"
    assert entry["after"]["value"] == "7"
    assert entry["before"] == {}
    log = admin.get("/api/v1/audit", params={"entity": "import"}).json()["items"]
    assert {entry["action"] for entry in log} == {"import.created", "import.finished"}
    assert {entry["entity_id"] for entry in log} == {report["id"]}
