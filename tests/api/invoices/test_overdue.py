"""Overdue invoices are told of once."""

from domain.invoices import note_overdue
from domain.users import SYSTEM
from tests.api.invoices.scenes import an_invoice, get, post
from tests.conftest import Clock
from tests.factories import Staff


def tell(company: Staff, clock: Clock) -> int:
    """What the worker does each day."""
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        return note_overdue(session, clock.moment)


def test_an_invoice_is_told_of_once_when_its_last_day_has_passed(
    company: Staff, clock: Clock
) -> None:
    finance, admin = company.client("finance"), company.client("admin")
    invoice, paid = an_invoice(finance), an_invoice(finance)
    post(finance, f"/invoices/{paid['id']}/payments", {}, 201)
    clock.advance(days=14)
    assert tell(company, clock) == 0
    clock.advance(days=1)
    assert [tell(company, clock) for _ in range(2)] == [1, 0]
    entries = get(admin, "/audit", action="invoice.overdue")["items"]
    assert [entry["entity_id"] for entry in entries] == [invoice["id"]]
