"""Companies, contacts, products and users come in by the same rules."""

from typing import Any

from tests.api.imports.importing import counts, imported, the_lead
from tests.factories import Staff, a_lead


def listed(company: Staff, noun: str, **filters: str) -> list[dict[str, Any]]:
    found = company.client("admin").get(f"/api/v1/{noun}", params={"limit": "200", **filters})
    items: list[dict[str, Any]] = found.json()["items"]
    return items


def test_a_company_comes_with_all_its_facts(company: Staff) -> None:
    file = (
        "name,legal_name,line1,line2,postcode,city,region,country,vat_id,tax_number,billing_email,"
        "payment_days,external_id\n"
        "Acme,Acme GmbH,Torstr. 1,Hof 2,10119,Berlin,BE,Germany,DE136695976,27/123,"
        "Pay@acme.example,Net 30,C-1\n"
    )
    admin = company.client("admin")
    assert counts(imported(admin, file, noun="companies")) == (1, 0, 0, 0)
    (made,) = listed(company, "companies", q="acme gmbh")
    assert made["address"] == {
        "line1": "Torstr. 1",
        "line2": "Hof 2",
        "postcode": "10119",
        "city": "Berlin",
        "region": "BE",
        "country": "DE",
    }
    assert (made["legal_name"], made["vat_id"]) == ("Acme GmbH", "DE136695976")
    assert (made["billing_email"], made["payment_days"]) == ("pay@acme.example", 30)
    assert made["external_id"] == "C-1"
    assert counts(imported(admin, file, noun="companies")) == (0, 0, 1, 0)


def test_an_address_is_revised_part_by_part(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "name,city,country\nAcme,Berlin,DE\n", noun="companies")
    (made,) = listed(company, "companies")
    change = {"address": {"line1": "Ours 1"}, "payment_days": 7}
    admin.patch(f"/api/v1/companies/{made['id']}", json=change)
    report = imported(admin, "name,city,country\nAcme,Potsdam,DE\n", noun="companies")
    assert counts(report) == (0, 1, 0, 0)
    (after,) = listed(company, "companies")
    assert (after["address"]["line1"], after["address"]["city"]) == ("Ours 1", "Potsdam")
    assert after["payment_days"] == 7


def test_a_company_that_came_with_a_lead_is_the_one_of_its_name(company: Staff) -> None:
    admin = company.client("admin")
    a_lead(admin)
    file = "Record ID,Company name,City\n77,NORTHWIND traders,Kiel\n78,northwind Traders,Bonn\n"
    assert counts(imported(admin, file, noun="companies")) == (1, 1, 0, 0)
    found = {item["external_id"]: item for item in listed(company, "companies")}
    assert found["77"]["id"] == the_lead(admin)["company"]["id"]
    assert found["77"]["address"]["city"] == "Kiel"
    assert counts(imported(admin, file, noun="companies")) == (0, 0, 2, 0)


def test_a_company_that_is_told_twice_in_one_file_is_one(company: Staff) -> None:
    file = "name,city\nAcme,Berlin\nACME,Bonn\nAcme,Berlin\n"
    report = imported(company.client("admin"), file, noun="companies")
    assert counts(report) == (1, 0, 1, 1)
    assert (report["errors"][0]["line"], report["errors"][0]["column"]) == (3, "name")


def test_a_renamed_company_renames_the_search_of_its_people_and_leads(company: Staff) -> None:
    admin = company.client("admin")
    lead = a_lead(admin)
    imported(admin, "external_id,name\n5,Northwind Traders\n", noun="companies")
    imported(admin, "external_id,name\n5,Southwind\n", noun="companies")
    assert the_lead(admin, q="southwind")["id"] == lead["id"]
    assert len(listed(company, "contacts", q="southwind")) == 1


def test_a_row_without_a_name_is_refused(company: Staff) -> None:
    report = imported(company.client("admin"), "name,city\n,Berlin\n", noun="companies")
    assert report["errors"] == [
        {"line": 2, "column": "name", "value": None, "message": "This row has no name."}
    ]


def test_contacts_come_with_their_companies(company: Staff) -> None:
    admin = company.client("admin")
    file = (
        "First Name,Last Name,E-mail,Phone,Company\n"
        "Ann,Smith,Ann@Acme.example,+49 30 1,Acme\nBob,Miller,bob@acme.example,,Acme\n"
        ",,c@c.example,,\n"
    )
    assert counts(imported(admin, file, noun="contacts")) == (3, 0, 0, 0)
    found = {item["name"]: item for item in listed(company, "contacts")}
    assert found.keys() == {"Ann Smith", "Bob Miller", "c"}
    assert found["Ann Smith"]["email"] == "ann@acme.example"
    assert found["Ann Smith"]["company"] == found["Bob Miller"]["company"]
    assert len(listed(company, "companies")) == 1
    assert len(listed(company, "contacts", q="acme smith")) == 1
    assert counts(imported(admin, file, noun="contacts")) == (0, 0, 3, 0)


def test_a_contact_is_known_by_its_address(company: Staff) -> None:
    admin = company.client("admin")
    a_lead(admin)
    file = "name,email,phone\nN. Okafor,NADIA@northwind.example,+49 40 5\n"
    assert counts(imported(admin, file, noun="contacts")) == (0, 1, 0, 0)
    (contact,) = listed(company, "contacts")
    assert (contact["name"], contact["phone"]) == ("N. Okafor", "+49 40 5")
    assert the_lead(admin, q="okafor")["contact"]["phone"] == "+49 40 5"


def test_people_without_an_address_are_told_apart_by_their_rows(company: Staff) -> None:
    admin = company.client("admin")
    file = "name,company\nJohn Smith,Acme\nJohn Smith,Acme\nJohn Smith,Beta\n"
    assert counts(imported(admin, file, noun="contacts")) == (3, 0, 0, 0)
    assert counts(imported(admin, file, noun="contacts")) == (0, 0, 3, 0)


def test_products_are_known_by_code_and_else_by_name(company: Staff) -> None:
    admin = company.client("admin")
    file = 'SKU,Product,Price,VAT,Unit\nB-1,Bolt,"0,125",19 %,box\n,Nut,3,7,\n'
    assert counts(imported(admin, file, noun="products")) == (2, 0, 0, 0)
    found = {item["name"]: item for item in listed(company, "products")}
    assert (found["Bolt"]["code"], found["Bolt"]["unit_price"]) == ("B-1", "0.125")
    assert (found["Bolt"]["tax_rate"], found["Bolt"]["unit"]) == ("19", "box")
    assert (found["Nut"]["unit"], found["Nut"]["currency"]) == ("pc", "EUR")
    other = "SKU,Product,Price\nB-1,Big bolt,1\n,Nut,4\n"
    assert counts(imported(admin, other, noun="products")) == (0, 2, 0, 0)
    after = {item["name"]: item["unit_price"] for item in listed(company, "products")}
    assert after == {"Big bolt": "1.00", "Nut": "4.00"}
    assert [item["name"] for item in listed(company, "products", q="big")] == ["Big bolt"]


def test_a_product_in_another_currency_or_with_a_strange_tax_is_refused(company: Staff) -> None:
    file = "name,price,currency,tax\nA,5,USD,19\nB,-5,,19\nC,5,,190\nD,5,EUR,19\n"
    report = imported(company.client("admin"), file, noun="products")
    assert counts(report) == (1, 0, 0, 3)
    assert [error["column"] for error in report["errors"]] == ["currency", "price", "tax"]


def test_users_without_an_address_are_inactive_and_may_own_leads(company: Staff) -> None:
    admin = company.client("admin")
    file = "name,email,role\nAnna Snelling,,\nMax New,Max.New@example.com,Manager\n"
    assert counts(imported(admin, file, noun="users")) == (2, 0, 0, 0)
    found = {item["name"]: item for item in listed(company, "users")}
    assert (found["Anna Snelling"]["active"], found["Anna Snelling"]["email"]) == (False, None)
    assert found["Anna Snelling"]["role"] == "rep"
    assert (found["Max New"]["active"], found["Max New"]["role"]) == (True, "manager")
    assert found["Max New"]["email"] == "max.new@example.com"
    assert counts(imported(admin, file, noun="users")) == (0, 0, 2, 0)
    assert counts(imported(admin, "title,owner\nA,anna snelling\n")) == (1, 0, 0, 0)
    assert admin.get("/api/v1/mails").json()["items"] == []


def test_a_user_is_known_by_address_and_given_one_by_name(company: Staff) -> None:
    admin = company.client("admin")
    imported(admin, "title,owner\nA,Gone Guy\n", {"create_users": "true"})
    file = "name,email,role\nRita Rush,REP@example.com,rep\nGone Guy,gone@example.com,viewer\n"
    assert counts(imported(admin, file, noun="users")) == (0, 2, 0, 0)
    found = {item["email"]: item for item in listed(company, "users")}
    assert found["rep@example.com"]["name"] == "Rita Rush"
    assert (found["gone@example.com"]["role"], found["gone@example.com"]["active"]) == (
        "viewer",
        True,
    )
    assert the_lead(admin)["owner"]["id"] == found["gone@example.com"]["id"]


def test_the_last_administrator_stays_one(company: Staff) -> None:
    admin = company.client("admin")
    file = (
        "name,email,role\nX,admin@example.com,viewer\nY,new@example.com,rep\n"
        "Z,z@example.com,nonsense\n"
    )
    report = imported(admin, file, noun="users")
    assert counts(report) == (1, 0, 0, 2)
    assert [error["line"] for error in report["errors"]] == [2, 4]
    assert {user["role"] for user in listed(company, "users", q="Ada Admin")} == {"admin"}
