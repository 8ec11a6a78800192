"""How the books stand: counted and added up by the server, for whoever looks."""

from tests.api.invoices.scenes import a_draft, an_invoice, get, post
from tests.conftest import Clock
from tests.factories import Staff


def test_drafts_and_what_is_owed_stand_apart(company: Staff) -> None:
    finance = company.client("finance")
    a_draft(finance)
    an_invoice(finance)
    begun = an_invoice(finance)
    post(finance, f"/invoices/{begun['id']}/payments", {"amount": "57.00"}, 201)
    settled = an_invoice(finance)
    post(finance, f"/invoices/{settled['id']}/payments", {}, 201)
    assert get(finance, "/finance/figures") == {
        "currency": "EUR",
        "drafts": {"invoices": 1, "balance": "357.00"},
        "open": {"invoices": 2, "balance": "657.00"},
        "overdue": {"invoices": 0, "balance": "0.00"},
    }


def test_what_is_late_agrees_with_the_list_of_overdue_invoices(
    company: Staff, clock: Clock
) -> None:
    finance = company.client("finance")
    an_invoice(finance)
    clock.advance(days=15)
    an_invoice(finance)
    late = get(finance, "/finance/figures")["overdue"]
    listed = get(finance, "/invoices", status="overdue", count=True)
    assert late == {"invoices": listed["total"], "balance": "357.00"}
