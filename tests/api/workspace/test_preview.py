"""The company's paper before a customer sees it: an invented quote, and the next numbers."""

from io import BytesIO
from typing import Any

from fastapi.testclient import TestClient
from PIL import Image
from pypdf import PdfReader

from tests.factories import Staff, a_lead

PREVIEW = "/api/v1/workspace/preview"
NUMBERS = "/api/v1/workspace/next-numbers"


def preview(client: TestClient) -> PdfReader:
    answer = client.get(PREVIEW)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def text(client: TestClient) -> str:
    return "\n".join(page.extract_text() for page in preview(client).pages)


def numbers(client: TestClient, **tried: str) -> Any:
    answer = client.get(NUMBERS, params=tried)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_preview_shows_the_company_as_it_is_now(admin: TestClient) -> None:
    change = {"legal_name": "Fjord & Finch AG", "quote_terms": "Delivery within four weeks."}
    assert admin.patch("/api/v1/workspace", json=change).status_code == 200
    shown = text(admin)
    assert "Fjord & Finch AG" in shown
    assert "Delivery within four weeks." in shown
    assert "Q-2026-0001" in shown
    assert "SAMPLE" in shown


def test_the_preview_shows_the_logo_at_once(admin: TestClient) -> None:
    assert not preview(admin).pages[0].images
    written = BytesIO()
    Image.new("RGB", (300, 100), "#2f4bd8").save(written, "PNG")
    headers = {"Content-Type": "image/png"}
    admin.put("/api/v1/workspace/logo", content=written.getvalue(), headers=headers)
    assert len(preview(admin).pages[0].images) == 1


def test_the_preview_leaves_nothing_behind(admin: TestClient) -> None:
    preview(admin)
    assert admin.get("/api/v1/quotes").json()["items"] == []
    assert admin.get("/api/v1/audit", params={"entity": "quote"}).json()["items"] == []
    assert numbers(admin)["quote"] == {
        "number": "Q-2026-0001",
        "restarts_each_year": True,
        "begun": False,
        "taken": False,
    }


def test_only_administrators_see_the_preview_and_the_numbers(company: Staff) -> None:
    for who in ("manager", "rep", "finance", "viewer"):
        client = company.client(who)
        assert client.get(PREVIEW).status_code == 403
        assert client.get(NUMBERS).status_code == 403


def test_the_next_numbers_are_those_that_documents_get(admin: TestClient) -> None:
    lead = a_lead(admin)
    first = admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={}).json()
    ahead = numbers(admin)["quote"]
    second = admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={}).json()
    assert (first["number"], ahead["number"], second["number"]) == (
        "Q-2026-0001",
        "Q-2026-0002",
        "Q-2026-0002",
    )
    assert ahead["begun"] is True


def test_a_format_can_be_tried_before_it_is_taken(admin: TestClient) -> None:
    tried = numbers(admin, invoice_number_format="R{n:00000}")
    assert tried["invoice"]["number"] == "R00001"
    assert tried["invoice"]["restarts_each_year"] is False
    assert admin.get("/api/v1/workspace").json()["invoice_number_format"] == "INV-{year}-{n:0004}"


def test_a_format_that_would_give_a_number_again_is_told_and_refused(admin: TestClient) -> None:
    lead = a_lead(admin)
    admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={})
    format = {"quote_number_format": "Q-2026-{n:0004}"}
    assert numbers(admin, **format)["quote"]["taken"] is True
    answer = admin.patch("/api/v1/workspace", json=format)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "quote_number_format"
    assert admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={}).status_code == 201


def test_a_format_that_numbers_nothing_is_refused_at_its_field(admin: TestClient) -> None:
    answer = admin.get(NUMBERS, params={"invoice_number_format": "INV-{year}"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "invoice_number_format"
