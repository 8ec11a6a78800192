"""An invoice without a deal is as private as its company's deals."""

from tests.factories import Staff, a_lead


def test_an_invoice_without_a_deal_hides_with_its_companys_deals(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    finance = company.client("admin")
    drafted = finance.post("/api/v1/invoices", json={"company_id": lead["company"]["id"]})
    assert drafted.status_code == 201, drafted.text
    path = f"/api/v1/invoices/{drafted.json()['id']}"
    assert company.client("rep").get(path).status_code == 200
    assert company.client("other_rep").get(path).status_code == 404
    assert company.client("viewer").get("/api/v1/invoices").json()["items"] == []
    assert company.client("finance").get(path).status_code == 200
