"""Headings of spreadsheets and ten other systems find their fields, and traps find nobody."""

import json
from itertools import chain

import pytest

from api.imports.reading import FIELDS, Target, by_outcome
from api.imports.reading.folding import fold
from api.imports.reading.synonyms import WORDS, roles
from domain.errors import Invalid
from tests.api.imports.reading_files import heading_only, table, values
from tests.data_files import shared_data

PEOPLE = {"First Name": "contact_name", "Last Name": "contact_name"}
SYSTEMS: dict[str, tuple[Target, dict[str, str]]] = {
    "hubspot_deals": (
        Target.LEADS,
        {
            "Record ID": "external_id", "Deal Name": "title", "Deal Stage": "stage",
            "Amount": "value", "Create Date": "created_at", "Close Date": "close_date",
        },
    ),
    "hubspot_contacts": (
        Target.LEADS,
        {
            "Record ID": "external_id", **PEOPLE, "Email": "contact_email",
            "Phone Number": "contact_phone", "Company Name": "company", "Lead Status": "stage",
            "Create Date": "created_at", "Contact owner": "owner",
        },
    ),
    "hubspot_companies": (
        Target.COMPANIES, {"Record ID": "external_id", "Company name": "name"},
    ),
    "salesforce_opportunity_history_report": (
        Target.LEADS,
        {
            "Opportunity ID": "external_id", "Opportunity Name": "title", "Amount": "value",
            "Close Date": "close_date", "Stage": "stage", "Created Date": "created_at",
        },
    ),
    "salesforce_data_export_api_names": (
        Target.LEADS,
        {
            "Id": "external_id", "IsDeleted": "deleted", "LastName": "contact_name",
            "FirstName": "contact_name", "Name": "contact_name", "Email": "contact_email",
            "Phone": "contact_phone", "MobilePhone": "contact_phone", "LeadSource": "source",
            "CreatedDate": "created_at",
        },
    ),
    "pipedrive": (
        Target.LEADS,
        {
            "Deal - ID": "external_id", "Deal - Title": "title", "Deal - Stage": "stage",
            "Deal - Status": "status", "Deal - Owner": "owner", "Deal - Deal created": "created_at",
            "Deal - Closing Date": "close_date", "Deal - Lost reason": "lost_reason",
            "Deal - Contact person": "contact_name", "Person - First name": "contact_name",
            "Person - Last name": "contact_name", "Person - Organization": "company",
            "Person - Email - Work": "contact_email", "Person - Email - Home": "contact_email",
            "Person - Email - Other": "contact_email", "Person - Phone - Work": "contact_phone",
            "Person - Phone - Mobile": "contact_phone", "Person - Phone - Home": "contact_phone",
        },
    ),
    "zoho_crm_leads": (
        Target.LEADS,
        {
            "Record Id": "external_id", "Lead Owner": "owner", "Company": "company", **PEOPLE,
            "Middle Name": "contact_name", "Lead Name": "contact_name", "Email": "contact_email",
            "Phone": "contact_phone", "Mobile": "contact_phone", "Lead Source": "source",
            "Lead Status": "stage", "Created Time": "created_at", "Tag": "tags",
        },
    ),
    "zoho_bigin_deals": (
        Target.LEADS,
        {
            "Deal Id": "external_id", "Deal Owner": "owner", "Deal Name": "title",
            "Company Name": "company", "Contact Name": "contact_name", "Amount": "value",
            "Stage": "stage", "Closing Date": "close_date", "Description": "note",
            "Created Time": "created_at",
        },
    ),
    "dynamics365_lead_export": (
        Target.LEADS,
        {
            "(Do Not Modify) Lead": "external_id", "Subject": "title", **PEOPLE,
            "Company Name": "company", "Email": "contact_email", "Business Phone": "contact_phone",
            "Description": "note", "Lead Source": "source",
        },
    ),
    "google_contacts_classic": (
        Target.LEADS,
        {
            "Name": "contact_name", "Given Name": "contact_name", "Additional Name": "contact_name",
            "Family Name": "contact_name", "Notes": "note", "Group Membership": "tags",
            "E-mail 1 - Value": "contact_email", "E-mail 2 - Value": "contact_email",
            "Phone 1 - Value": "contact_phone", "Organization 1 - Name": "company",
        },
    ),
    "outlook_contacts": (
        Target.LEADS,
        {
            **PEOPLE, "Middle Name": "contact_name", "Company": "company",
            "Business Phone": "contact_phone", "Business Phone 2": "contact_phone",
            "Company Main Phone": "contact_phone", "Home Phone": "contact_phone",
            "Mobile Phone": "contact_phone", "Primary Phone": "contact_phone",
            "E-mail Address": "contact_email", "Notes": "note",
        },
    ),
    "linkedin_connections": (
        Target.LEADS, {**PEOPLE, "Email Address": "contact_email", "Company": "company"},
    ),
    "quickbooks_invoice_list": (
        Target.LEADS,
        {
            "Date": "created_at", "Customer": "company", "Memo/Description": "note",
            "Amount": "value", "Currency": "currency",
        },
    ),
    "quickbooks_customers": (
        Target.COMPANIES,
        {"Customer": "name", "Email": "billing_email", "Billing Address": "line1"},
    ),
}  # fmt: skip


def exported() -> dict[str, list[str]]:
    found = json.loads(shared_data("csv", "crm-export-headers.json").read_text("utf-8"))
    return {name: it["header"] for name, it in found.items() if "header" in it}


def test_every_system_is_claimed() -> None:
    assert set(exported()) == set(SYSTEMS)


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_headings_of_a_system_map_and_the_others_are_named_as_unmapped(system: str) -> None:
    target, wanted = SYSTEMS[system]
    headings = exported()[system]

    source = heading_only(headings, target)

    assert source.columns == wanted
    assert source.unmapped == [heading for heading in headings if heading not in wanted]


def test_zohos_demo_maps_leads_and_potentials() -> None:
    demo = json.loads(shared_data("csv", "crm-export-headers.json").read_text("utf-8"))
    leads = heading_only(demo["zoho_analytics_demo"]["Leads"])
    potentials = heading_only(demo["zoho_analytics_demo"]["Potentials"])

    assert leads.columns["LEADID"] == "external_id"
    assert leads.fields >= {"contact_name", "company", "owner", "source", "stage", "created_at"}
    assert potentials.columns["Potential Name"] == "title"
    assert potentials.columns["Amount"] == "value"
    assert "Expected Revenue" in potentials.unmapped


@pytest.mark.parametrize("target", Target)
def test_every_field_is_found_by_its_own_name(target: Target) -> None:
    source = heading_only(FIELDS[target], target)

    assert source.columns == {field: field for field in FIELDS[target]}


@pytest.mark.parametrize("target", Target)
def test_no_heading_stands_for_two_roles(target: Target) -> None:
    for role, groups in WORDS[target].items():
        for word in chain.from_iterable(group.split("|") for group in groups):
            assert roles(target)[fold(word)].name == role, word


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("E-mail Address", "contact_email"),
        ("  DEAL_STAGE ", "stage"),
        ("Deal Value (EUR)", "value"),
        ("Téléphone", "contact_phone"),
        ("Straße", None),
        ("Nächste Wiedervorlage", "next_follow_up_on"),
        ("Montant", "value"),
        ("Correo electrónico", "contact_email"),
        ("Lead - Next follow-up", "next_follow_up_on"),
        ("Lead Owner.id", None),
    ],
)
def test_a_heading_is_known_whatever_its_case_punctuation_accents_and_language(
    heading: str, field: str | None
) -> None:
    assert heading_only(["external_id", heading]).columns.get(heading.strip()) == field


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        ("Name,Email,Company,Value", {"Name": "contact_name"}),
        ("Name,Company,Stage,Value", {"Name": "title"}),
        ("Name,Contact Name,Email,Amount", {"Name": "title", "Contact Name": "contact_name"}),
        ("Id,Name,StageName,Amount,CloseDate,AccountId", {"Name": "title"}),
        ("Vorname,Name,Firma", {"Vorname": "contact_name", "Name": "contact_name"}),
        ("Prénom,Nom,Société", {"Prénom": "contact_name", "Nom": "contact_name"}),
        ("Lead Name,Title,Email", {"Lead Name": "contact_name", "Title": "title"}),
    ],
)
def test_a_name_is_a_persons_or_a_deals_by_its_neighbours(
    headings: str, wanted: dict[str, str]
) -> None:
    columns = heading_only(headings.split(",")).columns

    assert {name: columns.get(name) for name in wanted} == wanted


def test_a_title_beside_names_is_a_salutation_unless_the_row_has_a_price() -> None:
    assert "Title" in heading_only(["Title", "First Name", "Last Name", "Email"]).unmapped
    assert heading_only(["Title", "First Name", "Last Name", "Value"]).columns["Title"] == "title"


def test_the_fields_own_name_goes_before_synonyms_and_the_first_before_the_second() -> None:
    source = heading_only(["Amount", "value", "Source", "Lead Source", "Deal Stage", "Sales Stage"])

    assert source.columns == {"value": "value", "Source": "source", "Deal Stage": "stage"}
    assert source.unmapped == ["Amount", "Lead Source", "Sales Stage"]


def test_name_parts_are_joined_where_no_column_gives_the_name_whole() -> None:
    text = "Full Name,Last Name,First Name,Middle Name\nDr. Ann Lee,Lee,Ann,\n,Lee,Bob,M.\n,Lee,,\n"

    assert [row["contact_name"] for row in values(table(text))] == [
        "Dr. Ann Lee",
        "Bob M. Lee",
        "Lee",
    ]


def test_the_first_address_that_is_not_blank_wins() -> None:
    text = (
        "Title,E-mail 2 - Value,E-mail 1 - Value,Mobile,Phone\n"
        "A,b@x.com,a@x.com,2,1\nB,b@x.com,-,2,N/A\n"
    )

    assert [row["contact_email"] for row in values(table(text))] == ["a@x.com", "b@x.com"]
    assert [row["contact_phone"] for row in values(table(text))] == ["1", "2"]


def test_two_columns_of_one_name_feed_one_field_and_the_second_stays_unmapped() -> None:
    source = table("Amount,Title,Amount\n1,Roof,2\n")

    assert values(source) == [{"value": "1", "title": "Roof"}]
    assert source.unmapped == ["Amount"]


def test_a_status_makes_the_stage_won_or_lost_and_nothing_else() -> None:
    text = "Title,Deal Stage,Status\nA,Negotiation,open\nB,Negotiation,Won\nC,Offer,lost\nD,,\n"

    assert [row.get("stage") for row in values(table(text))] == ["Negotiation", "Won", "lost", None]


def test_a_close_date_is_expected_while_open_and_past_once_closed() -> None:
    (row,) = values(table("Title,Close Date\nRoof,2024-01-02\n"))

    assert by_outcome(row, is_closed=False) == {"title": "Roof", "expected_close_on": "2024-01-02"}
    assert by_outcome(row, is_closed=True) == {"title": "Roof", "closed_at": "2024-01-02"}
    assert by_outcome({"title": "Roof"}, is_closed=True) == {"title": "Roof"}


@pytest.mark.parametrize(
    ("other", "field"),
    [("Expected Close Date", "closed_at"), ("Actual Close Date", "expected_close_on")],
)
def test_a_close_date_beside_another_is_the_other_one(other: str, field: str) -> None:
    assert heading_only(["Title", "Close Date", other]).columns["Close Date"] == field


def test_a_heading_with_quotes_and_line_breaks_is_named_in_one_line() -> None:
    source = table('Title,"Date entered ""Won\n(Sales)"""\nRoof,x\n')

    assert source.unmapped == ['Date entered "Won (Sales)"']


def test_what_the_caller_maps_goes_before_everything() -> None:
    source = table(
        "Betrag X,Amount,Title,Company\n5,6,Roof,A\n",
        mapping={"betrag x": "value", "Company": "ignore", "Title": ""},
    )

    assert source.columns == {"Betrag X": "value"}
    assert source.unmapped == ["Amount"]
    assert values(source) == [{"value": "5"}]


def test_two_columns_mapped_to_a_name_are_its_parts() -> None:
    mapping = {"Etunimi": "contact_name", "Sukunimi": "contact_name"}

    assert values(table("Etunimi,Sukunimi\nAnna,Virtanen\n", mapping=mapping)) == [
        {"contact_name": "Anna Virtanen"}
    ]


@pytest.mark.parametrize(
    ("mapping", "field", "message"),
    [
        ({"Title": "name"}, "map[Title]", "title, contact_name"),
        ({"Titel": "title"}, "map[Titel]", "Title, Amount, Amount"),
        ({"Amount": "value"}, "map[Amount]", "2 columns called Amount"),
        ({"Title": "note", "Remark": "note"}, "map[Remark]", "Title is already mapped"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused_and_names_what_there_is(
    mapping: dict[str, str], field: str, message: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        table("Title,Amount,Amount,Remark\n", mapping=mapping)

    assert [problem.field for problem in refusal.value.problems] == [field]
    assert message in refusal.value.problems[0].message
