"""Contacts over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead

PATH = "/api/v1/contacts"


def a_contact(client: TestClient, **fields: Any) -> dict[str, Any]:
    """A person on record."""
    body = {"name": "Zoë Krüger", "email": "Zoe@Contoso.example", "phone": " +49 30 1234567 "}
    answer = client.post(PATH, json={**body, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_what_post_answers_get_answers(admin: TestClient) -> None:
    contact = a_contact(admin, company={"name": "Contoso"})
    assert admin.get(f"{PATH}/{contact['id']}").json() == contact
    assert admin.get(PATH).json()["items"] == [contact]
    assert contact["email"] == "zoe@contoso.example"
    assert contact["company"]["name"] == "Contoso"


def test_a_phone_number_is_kept_as_it_was_written(admin: TestClient) -> None:
    contact = a_contact(admin)
    assert contact["phone"] == "+49 30 1234567"
    assert contact["phone_e164"] == "+49301234567"
    assert a_contact(admin, phone="030 / 1234, ask for Zoë")["phone_e164"] is None


def test_the_company_is_found_by_name_or_named_by_id(admin: TestClient) -> None:
    first = a_contact(admin, company={"name": "Contoso"})
    second = a_contact(admin, company={"name": "CONTOSO"})
    third = a_contact(admin, company_id=first["company"]["id"])
    assert first["company"] == second["company"] == third["company"]
    of_it = admin.get(PATH, params={"company": first["company"]["id"]}).json()["items"]
    assert len(of_it) == 3
    assert admin.patch(f"{PATH}/{third['id']}", json={"company": None}).json()["company"] is None
    unknown = admin.post(PATH, json={"name": "X", "company_id": first["id"]})
    assert unknown.status_code == 422
    assert unknown.json()["errors"][0]["field"] == "company_id"


def test_two_contacts_may_share_an_address(admin: TestClient) -> None:
    a_contact(admin)
    a_contact(admin, name="Zoë again")
    found = admin.get(PATH, params={"email": "ZOE@contoso.example"}).json()["items"]
    assert len(found) == 2


def test_a_renamed_contact_and_its_leads_are_found_by_the_new_name(admin: TestClient) -> None:
    lead = a_lead(admin)
    path = f"{PATH}/{lead['contact']['id']}"
    changed = admin.patch(path, json={"name": "Márta Nagy", "email": "m@x.example"}).json()
    assert changed["name"] == "Márta Nagy"
    for noun in ("leads", "contacts"):
        assert len(admin.get(f"/api/v1/{noun}", params={"q": "marta"}).json()["items"]) == 1
        assert admin.get(f"/api/v1/{noun}", params={"q": "okafor"}).json()["items"] == []


def test_an_archived_contact_is_listed_apart_until_restored(admin: TestClient) -> None:
    path = f"{PATH}/{a_contact(admin)['id']}"
    assert admin.delete(path).json()["archived_at"] is not None
    assert admin.get(PATH).json()["items"] == []
    assert len(admin.get(PATH, params={"archived": True}).json()["items"]) == 1
    assert admin.post(f"{path}/restore").json()["archived_at"] is None


def test_a_contact_of_hidden_leads_only_does_not_exist_for_a_colleague(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    path = f"{PATH}/{lead['contact']['id']}"
    other = company.client("other_rep")
    assert other.get(path).status_code == 404
    assert other.delete(path).status_code == 404
    assert other.get(PATH, params={"q": "nadia", "count": True}).json()["total"] == 0


def test_the_name_of_a_hidden_company_stays_hidden(company: Staff) -> None:
    rep, other = company.client("rep"), company.client("other_rep")
    lead = a_lead(rep, visibility="private")
    colleague = a_contact(rep, company_id=lead["company"]["id"])
    assert other.get(f"{PATH}/{colleague['id']}").json()["company"] is None
    assert rep.get(f"{PATH}/{colleague['id']}").json()["company"] == lead["company"]
