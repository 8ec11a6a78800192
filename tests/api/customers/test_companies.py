"""Companies over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead

PATH = "/api/v1/companies"


def a_company(client: TestClient, **fields: Any) -> dict[str, Any]:
    """A company on record."""
    body = {"name": "Contoso", "address": {"city": "Hamburg", "country": "DE"}, **fields}
    answer = client.post(PATH, json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_what_post_answers_get_answers(admin: TestClient) -> None:
    company = a_company(admin, vat_id="DE 136 695 976", payment_days=30, billing_email="Ap@X.de")
    assert admin.get(f"{PATH}/{company['id']}").json() == company
    assert admin.get(PATH).json()["items"] == [company]
    assert company["vat_id"] == "DE 136 695 976"
    assert company["vat_id_valid"] is True
    assert company["billing_email"] == "ap@x.de"


def test_a_doubtful_vat_id_is_kept_and_marked(admin: TestClient) -> None:
    assert a_company(admin, vat_id="DE123456789")["vat_id_valid"] is False
    assert a_company(admin, vat_id="CHE-123.456.788 MWST")["vat_id_valid"] is None
    assert a_company(admin)["vat_id_valid"] is None


def test_two_companies_may_share_a_name(admin: TestClient) -> None:
    assert a_company(admin)["id"] != a_company(admin)["id"]


def test_a_change_of_one_address_field_keeps_the_others(admin: TestClient) -> None:
    path = f"{PATH}/{a_company(admin)['id']}"
    moved = admin.patch(path, json={"address": {"line1": "Hafenstraße 5"}}).json()
    assert moved["address"]["line1"] == "Hafenstraße 5"
    assert moved["address"]["city"] == "Hamburg"
    emptied = admin.patch(path, json={"address": None}).json()
    assert set(emptied["address"].values()) == {None}


def test_leads_and_people_of_a_renamed_company_are_found_by_its_new_name(admin: TestClient) -> None:
    lead = a_lead(admin)
    path = f"{PATH}/{lead['company']['id']}"
    assert admin.patch(path, json={"name": "Südwind Händler"}).status_code == 200
    for noun in ("leads", "contacts", "companies"):
        found = admin.get(f"/api/v1/{noun}", params={"q": "sudwind"}).json()["items"]
        assert len(found) == 1, noun
        assert admin.get(f"/api/v1/{noun}", params={"q": "northwind tr"}).json()["items"] == []


def test_a_hidden_lead_stays_findable_for_those_who_see_it(company: Staff) -> None:
    owner, colleague = company.client("rep"), company.client("other_rep")
    seen = a_lead(owner, title="Public deal")
    firm = {"company_id": seen["company"]["id"], "company": None, "contact": None}
    hidden = a_lead(owner, title="Secret deal", visibility="private", **firm)
    renamed = colleague.patch(f"{PATH}/{seen['company']['id']}", json={"name": "Fabrikam"})
    assert renamed.status_code == 200
    found = owner.get("/api/v1/leads", params={"q": "fabrikam"}).json()["items"]
    assert {lead["id"] for lead in found} == {seen["id"], hidden["id"]}
    seen_by_colleague = colleague.get("/api/v1/leads", params={"q": "fabrikam"}).json()["items"]
    assert [lead["id"] for lead in seen_by_colleague] == [seen["id"]]


def test_an_archived_company_is_listed_apart_until_restored(admin: TestClient) -> None:
    path = f"{PATH}/{a_company(admin)['id']}"
    assert admin.delete(path).json()["archived_at"] is not None
    assert admin.get(PATH).json()["items"] == []
    assert len(admin.get(PATH, params={"archived": True}).json()["items"]) == 1
    assert admin.post(f"{path}/restore").json()["archived_at"] is None


def test_a_company_of_hidden_leads_only_does_not_exist_for_a_colleague(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    other = company.client("other_rep")
    path = f"{PATH}/{lead['company']['id']}"
    assert other.get(path).status_code == 404
    assert other.patch(path, json={"name": "Mine"}).status_code == 404
    assert other.get(PATH).json()["items"] == []
    assert company.client("rep").get(path).json()["name"] == "Northwind Traders"


def test_readers_do_not_write_customers(company: Staff) -> None:
    made = a_company(company.client("finance"))
    viewer = company.client("viewer")
    assert viewer.get(f"{PATH}/{made['id']}").json() == made
    assert viewer.patch(f"{PATH}/{made['id']}", json={"name": "X"}).status_code == 403
    assert viewer.post(PATH, json={"name": "X"}).status_code == 403
