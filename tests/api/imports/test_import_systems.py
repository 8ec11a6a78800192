"""A row of each of ten other systems' exports goes in under their own headings, from end to end."""

import csv
import io
import json
from typing import Any

import pytest

from tests.api.imports.importing import counts, imported, the_lead
from tests.data_files import shared_data
from tests.factories import Staff

HEADINGS = json.loads(shared_data("csv", "crm-export-headers.json").read_text("utf-8"))
OWNER = "Rita Rep"

# Per system: the noun, what one row says under the headings that matter, parameters, and what of
# it the record must show.
SYSTEMS: dict[str, tuple[str, dict[str, str], dict[str, str], dict[str, Any]]] = {
    "hubspot_deals": (
        "leads",
        {
            "Record ID": "9001", "Deal Name": "Big one", "Deal Stage": "Closed Won ",
            "Amount": "58.8k", "Create Date": "2026-01-12 09:14", "Close Date": "2026-02-20 10:00",
        },
        {},
        {
            "external_id": "9001", "title": "Big one", "stage": "won", "value": "58800.00",
            "created_at": "2026-01-12T08:14:00Z", "closed_at": "2026-02-20T09:00:00Z",
        },
    ),
    "hubspot_contacts": (
        "leads",
        {
            "Record ID": "77", "First Name": "Ann", "Last Name": "Smith",
            "Email": "Ann@Acme.example", "Phone Number": "(030) 1234",
            "Company Name": "Acme", "Lead Status": "Contacted",
            "Create Date": "3/15/2026 2:30 PM", "Contact owner": OWNER,
        },
        {},
        {
            "external_id": "77", "contact": "Ann Smith", "company": "Acme", "stage": "contacted",
            "owner": OWNER, "created_at": "2026-03-15T13:30:00Z",
        },
    ),
    "hubspot_companies": (
        "companies", {"Record ID": "5", "Company name": "Acme"}, {},
        {"external_id": "5", "name": "Acme"},
    ),
    "salesforce_opportunity_history_report": (
        "leads",
        {
            "Opportunity ID": "006A", "Opportunity Name": "Big one", "From Stage": "Prospecting",
            "To Stage": "Negotiation", "Stage": "Negotiation", "Amount": "EUR 1,000.00",
            "Close Date": "2026-12-24", "Created Date": "2026-10-01",
        },
        {},
        {
            "external_id": "006A", "title": "Big one", "stage": "negotiation", "value": "1000.00",
            "expected_close_on": "2026-12-24",
        },
    ),
    "salesforce_data_export_api_names": (
        "leads",
        {
            "Id": "00Q1", "IsDeleted": "0", "LastName": "Smith", "FirstName": "Ann",
            "Email": "ann@acme.example", "Title": "CEO", "LeadSource": "Web",
            "CreatedDate": "2026-01-12T08:14:00.000+0000", "OwnerId": "005000",
        },
        {},
        {
            "external_id": "00Q1", "contact": "Ann Smith", "title": "Ann Smith", "source": "Web",
            "created_at": "2026-01-12T08:14:00Z",
        },
    ),
    "pipedrive": (
        "leads",
        {
            "Deal - ID": "12", "Deal - Title": "Big one", "Deal - Stage": "Qualified",
            "Deal - Status": "Lost", "Deal - Owner": OWNER, "Deal - Lost reason": "Too expensive",
            "Deal - Deal created": "2026-01-12 09:14:00", "Deal - Closing Date": "2026-02-20",
            "Deal - Contact person": "Ann Smith", "Person - Organization": "Acme",
            "Person - Email - Home": "ann@acme.example, a@b.example",
            "Person - Phone - Mobile": "+49 30 1",
        },
        {},
        {
            "external_id": "12", "title": "Big one", "stage": "lost", "lost_reason": "price",
            "contact": "Ann Smith", "company": "Acme", "owner": OWNER,
            "created_at": "2026-01-12T08:14:00Z", "closed_at": "2026-02-20T11:00:00Z",
        },
    ),
    "zoho_crm_leads": (
        "leads",
        {
            "Record Id": "zcrm_1", "Lead Owner.id": "zcrm_9", "Lead Owner": OWNER,
            "Company": "Acme", "First Name": "Ann", "Middle Name": "B.", "Last Name": "Smith",
            "Email": "ann@acme.example", "Lead Source": "Trade Show",
            "Lead Status": "Attempted to Contact", "Tag": "hot,new",
            "Created Time": "2026-01-12 09:14:00",
        },
        {"stage[Attempted to Contact]": "contacted"},
        {
            "external_id": "zcrm_1", "contact": "Ann B. Smith", "company": "Acme",
            "stage": "contacted", "source": "Trade Show", "tags": ["hot", "new"], "owner": OWNER,
        },
    ),
    "zoho_bigin_deals": (
        "leads",
        {
            "Deal Id": "zcrm_2", "Deal Owner": OWNER, "Deal Name": "Big one",
            "Company Name": "Acme", "Contact Name": "Ann Smith", "Amount": "1500",
            "Stage": "Closed Lost", "Closing Date": "2026-02-20", "Description": "As told",
            "Created Time": "2026-01-12 09:14:00",
        },
        {},
        {
            "external_id": "zcrm_2", "title": "Big one", "stage": "lost", "value": "1500.00",
            "contact": "Ann Smith", "company": "Acme", "closed_at": "2026-02-20T11:00:00Z",
        },
    ),
    "dynamics365_lead_export": (
        "leads",
        {
            "(Do Not Modify) Lead": "4f6d-11", "(Do Not Modify) Row Checksum": "xyz==",
            "Subject": "Big one", "First Name": "Ann", "Last Name": "Smith",
            "Company Name": "Acme", "Email": "ann@acme.example", "Business Phone": "+49 30 1",
            "Lead Source": "Web", "Description": "As told",
        },
        {},
        {
            "external_id": "4f6d-11", "title": "Big one", "contact": "Ann Smith",
            "company": "Acme", "source": "Web",
        },
    ),
    "google_contacts_classic": (
        "contacts",
        {
            "Name": "Ann Smith", "Given Name": "Ann", "Family Name": "Smith",
            "E-mail 1 - Value": "ann@acme.example ::: a@b.example",
            "Phone 1 - Value": "+49 30 1 ::: +49 30 2", "Organization 1 - Name": "Acme",
        },
        {},
        {"name": "Ann Smith", "email": "ann@acme.example", "company": "Acme"},
    ),
    "outlook_contacts": (
        "contacts",
        {
            "Title": "Dr", "First Name": "Ann", "Last Name": "Smith", "Company": "Acme",
            "E-mail Address": "ann@acme.example", "Mobile Phone": "+49 170 1",
        },
        {},
        {"name": "Ann Smith", "email": "ann@acme.example", "company": "Acme"},
    ),
    "linkedin_connections": (
        "contacts",
        {
            "First Name": "Ann", "Last Name": "Smith", "Company": "Acme, Inc.",
            "Position": "CEO", "Connected On": "12 Mar 2026",
        },
        {},
        {"name": "Ann Smith", "email": None, "company": "Acme, Inc."},
    ),
    "quickbooks_invoice_list": (
        "leads",
        {
            "Date": "2026-01-12", "Num": "1001", "Customer": "Acme", "Amount": "1,200.00",
            "Memo/Description": "Bolts", "Currency": "EUR",
        },
        {},
        {"title": "Acme", "company": "Acme", "value": "1200.00"},
    ),
    "quickbooks_customers": (
        "companies", {"Customer": "Acme", "Email": "pay@acme.example"}, {},
        {"name": "Acme", "billing_email": "pay@acme.example"},
    ),
}  # fmt: skip


def test_no_system_is_forgotten() -> None:
    named = {name for name, entry in HEADINGS.items() if isinstance(entry, dict)}
    with_rows = {name for name in named if "header" in HEADINGS[name]}
    assert with_rows == set(SYSTEMS)


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_row_of_another_system_goes_in_under_its_own_headings(
    company: Staff, system: str
) -> None:
    noun, row, params, wanted = SYSTEMS[system]
    admin = company.client("admin")
    file = a_file(system, row)
    report = imported(admin, file, params, noun)
    assert (counts(report), report["errors"]) == ((1, 0, 0, 0), [])
    shown = plainly(the_record(company, noun))
    assert {name: shown[name] for name in wanted} == wanted
    assert counts(imported(admin, file, params, noun)) == (0, 0, 1, 0)


def a_file(system: str, row: dict[str, str]) -> str:
    """The system's heading row, with whatever stands above it, and one row below."""
    entry = HEADINGS[system]
    assert set(row) <= set(entry["header"])
    out = io.StringIO()
    out.write("".join(f"{line}\n" for line in entry.get("preamble", ())))
    writer = csv.DictWriter(out, entry["header"], restval="")
    writer.writeheader()
    writer.writerow(row)
    return out.getvalue()


def the_record(company: Staff, noun: str) -> dict[str, Any]:
    if noun == "leads":
        return the_lead(company.client("admin"))
    (found,) = company.client("admin").get(f"/api/v1/{noun}").json()["items"]
    record: dict[str, Any] = found
    return record


def plainly(record: dict[str, Any]) -> dict[str, Any]:
    """People and companies by their names, instants as they are usually written."""
    plain: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict) and "name" in value:
            plain[name] = value["name"]
        elif isinstance(value, str) and name.endswith("_at"):
            plain[name] = value.replace("+00:00", "Z")
        else:
            plain[name] = value
    return plain
