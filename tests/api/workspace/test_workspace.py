"""The workspace over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead

PATH = "/api/v1/workspace"


def change(client: TestClient, **fields: Any) -> Any:
    return client.patch(PATH, json=fields)


def refused_fields(answer: Any) -> list[str]:
    assert answer.status_code == 422, answer.text
    return [error["field"] for error in answer.json()["errors"]]


def test_every_role_may_read_and_only_admins_change(company: Staff) -> None:
    for who in company.ids:
        client = company.client(who)
        assert client.get(PATH).json()["name"] == "Throughline Test"
        assert change(client, phone="+49 30 1").status_code == (200 if who == "admin" else 403)


def test_what_patch_answers_get_answers(admin: TestClient) -> None:
    changes: dict[str, Any] = {
        "name": "Fjord & Finch",
        "legal_name": "Fjord & Finch GmbH",
        "address": {"line2": "Hinterhaus"},
        "vat_id": "DE136695976",
        "tax_number": "27/123/45678",
        "registration": "HRB 12345 B",
        "email": "Office@FjordFinch.example",
        "phone": "+49 30 1234567",
        "website": "https://fjordfinch.example/about",
        "iban": "de89 3704 0044 0532 0130 00",
        "bic": "cobadeffxxx",
        "quote_valid_days": 45,
        "payment_days": 0,
        "quote_number_format": "A-{year}-{n:000}",
        "credit_note_number_format": "G{n}",
        "quote_terms": "Delivery within four weeks.",
        "invoice_footer": "Thank you.",
        "managers_see_private": False,
        "reps_edit_public": True,
    }
    answer = change(admin, **changes)
    assert answer.status_code == 200, answer.text
    said = answer.json()
    assert admin.get(PATH).json() == said
    assert admin.get(PATH).headers["ETag"] == f'"{said["version"]}"'
    assert said["address"]["line1"] == "Torstraße 1"
    assert said["address"]["line2"] == "Hinterhaus"
    assert said["email"] == "office@fjordfinch.example"
    assert said["iban"] == "DE89370400440532013000"
    assert said["bic"] == "COBADEFFXXX"
    for name in changes.keys() - {"address", "email", "iban", "bic"}:
        assert said[name] == changes[name], name


def test_null_and_blanks_empty_what_may_be_empty(admin: TestClient) -> None:
    change(admin, phone="+49 30 1", iban="DE89370400440532013000")
    said = change(admin, phone=None, iban=" ").json()
    assert said["phone"] is None
    assert said["iban"] is None


@pytest.mark.parametrize(
    "field", ["name", "currency", "time_zone", "taxes", "invoice_number_format", "payment_days"]
)
def test_what_a_workspace_needs_cannot_be_emptied(admin: TestClient, field: str) -> None:
    assert refused_fields(change(admin, **{field: None})) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("iban", "DE89370400440532013001"),
        ("bic", "COBA"),
        ("website", "javascript:alert(1)"),
        ("email", "office"),
        ("time_zone", "Berlin"),
        ("currency", "EURO"),
        ("payment_days", 366),
        ("payment_days", "14"),
        ("quote_valid_days", 0),
        ("invoice_number_format", "INV-{year}"),
        ("quote_number_format", "{n}-{n}"),
        ("credit_note_number_format", "CN-{month}-{n}"),
        ("invoice_number_start", 0),
    ],
)
def test_what_cannot_be_taken_is_named(admin: TestClient, field: str, value: Any) -> None:
    assert refused_fields(change(admin, **{field: value})) == [field]


def test_an_unlikely_vat_id_is_taken_with_a_notice(admin: TestClient) -> None:
    assert change(admin, vat_id="DE136695976").json()["notices"] == []
    [checksum] = change(admin, vat_id="DE123456789").json()["notices"]
    assert checksum["field"] == "vat_id"
    assert "check digits" in checksum["message"]
    [shape] = change(admin, vat_id="DE12").json()["notices"]
    assert "look different" in shape["message"]
    assert change(admin, vat_id="CHE-107.787.577 MWST").json()["notices"] == []
    assert change(admin, vat_id=None).json()["notices"] == []


def test_taxes_are_replaced_as_a_whole(admin: TestClient) -> None:
    taxes = [
        {"name": "Normal", "rate": "20", "default": True},
        {"name": "None", "rate": "0"},
        {"name": "Abroad", "rate": "0", "category": "export", "reason": "Export."},
    ]
    said = change(admin, taxes=taxes).json()["taxes"]
    assert [(tax["name"], tax["rate"], tax["category"]) for tax in said] == [
        ("Normal", "20", "standard"),
        ("None", "0", "zero"),
        ("Abroad", "0", "export"),
    ]


@pytest.mark.parametrize(
    ("second", "field"),
    [
        ({"name": "normal", "rate": "7"}, "taxes.1.name"),
        ({"name": "Other", "rate": "7", "default": True}, "taxes"),
        ({"name": "Other", "rate": "7", "category": "export", "reason": "x"}, "taxes.1.rate"),
        ({"name": "Other", "rate": "0", "category": "export"}, "taxes.1.reason"),
        ({"name": "Other", "rate": "0", "category": "standard"}, "taxes.1.rate"),
        ({"name": "Other", "rate": "120"}, "taxes.1.rate"),
        ({"name": "Other", "rate": 7}, "taxes.1.rate"),
    ],
)
def test_taxes_that_do_not_go_together_are_refused(
    admin: TestClient, second: dict[str, Any], field: str
) -> None:
    first = {"name": "Normal", "rate": "20", "default": True}
    assert refused_fields(change(admin, taxes=[first, second])) == [field]


def test_a_stale_change_is_refused(admin: TestClient) -> None:
    mark = admin.get(PATH).headers["ETag"]
    assert admin.patch(PATH, json={"phone": "1"}, headers={"If-Match": mark}).status_code == 200
    answer = admin.patch(PATH, json={"phone": "2"}, headers={"If-Match": mark})
    assert answer.status_code == 412
    assert admin.get(PATH).json()["phone"] == "1"


def test_currency_and_time_zone_may_change_while_there_is_no_business(admin: TestClient) -> None:
    said = change(admin, currency="CHF", time_zone="Europe/Zurich").json()
    assert (said["currency"], said["time_zone"]) == ("CHF", "Europe/Zurich")
    assert admin.get("/api/v1/me").json()["workspace"]["time_zone"] == "Europe/Zurich"


def test_currency_and_time_zone_stay_once_there_are_leads(company: Staff) -> None:
    a_lead(company.client("rep"), visibility="private")
    admin = company.client("admin")
    currency = change(admin, currency="CHF")
    assert currency.status_code == 409
    assert currency.json()["type"] == "/problems/currency-in-use"
    zone = change(admin, time_zone="Europe/Zurich")
    assert zone.json()["type"] == "/problems/time-zone-in-use"
    assert change(admin, currency="EUR", time_zone="Europe/Berlin").status_code == 200


def test_a_product_holds_the_currency(admin: TestClient) -> None:
    answer = admin.post("/api/v1/products", json={"name": "Hour", "unit_price": "120.00"})
    assert answer.status_code == 201
    assert change(admin, currency="CHF").status_code == 409


def test_the_first_invoice_number_is_set_once(admin: TestClient) -> None:
    assert change(admin, invoice_number_start=77).status_code == 200
    answer = change(admin, invoice_number_start=78)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/series-started"


def test_a_manager_sees_private_leads_as_the_workspace_says(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    manager = company.client("manager")
    assert manager.get(f"/api/v1/leads/{lead['id']}").status_code == 200
    change(company.client("admin"), managers_see_private=False)
    assert manager.get(f"/api/v1/leads/{lead['id']}").status_code == 404


def test_the_log_tells_what_changed(admin: TestClient) -> None:
    change(admin, phone="+49 30 1", invoice_number_start=5)
    [entry] = admin.get("/api/v1/audit", params={"action": "workspace.updated"}).json()["items"]
    assert entry["after"] == {"phone": "+49 30 1"}
    assert entry["details"] == {"invoice_number_start": 5}
