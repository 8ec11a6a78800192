"""What an invoice is called follows from its balance, in Python and in SQL alike."""

from datetime import timedelta
from decimal import Decimal
from itertools import product

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from domain import history, visibility
from domain.entity import Entity
from domain.invoices import Invoice, InvoiceState, InvoiceStatus, is_overdue, status_of
from domain.invoices.status import having, overdue
from domain.users import SYSTEM
from tests.domain.invoices.examples import NOON, TODAY, a_draft, an_invoice


@pytest.mark.parametrize(
    ("paid", "credited", "status"),
    [
        ("0", "0", InvoiceStatus.ISSUED),
        ("0", "19", InvoiceStatus.ISSUED),
        ("0.01", "0", InvoiceStatus.PARTLY_PAID),
        ("118.99", "0", InvoiceStatus.PARTLY_PAID),
        ("119", "0", InvoiceStatus.PAID),
        ("100", "19", InvoiceStatus.PAID),
        ("119", "19", InvoiceStatus.PAID),
    ],
)
def test_the_balance_names_the_status(paid: str, credited: str, status: InvoiceStatus) -> None:
    invoice = an_invoice()
    invoice.paid, invoice.credited = Decimal(paid), Decimal(credited)
    assert status_of(invoice) is status


def test_a_draft_is_a_draft_whatever_it_comes_to() -> None:
    assert status_of(a_draft()) is InvoiceStatus.DRAFT


def test_what_is_credited_in_full_is_called_credited_though_money_came() -> None:
    invoice = an_invoice()
    invoice.paid, invoice.credited, invoice.is_live = Decimal(119), Decimal(119), False
    assert status_of(invoice) is InvoiceStatus.CREDITED
    assert invoice.balance == -119


def test_an_invoice_is_overdue_from_the_day_after_its_last_day() -> None:
    invoice = an_invoice()
    assert invoice.due_on is not None
    assert not is_overdue(invoice, invoice.due_on)
    assert is_overdue(invoice, invoice.due_on + timedelta(days=1))


def test_a_settled_invoice_is_never_overdue() -> None:
    invoice = an_invoice()
    invoice.paid = Decimal(119)
    assert not is_overdue(invoice, TODAY + timedelta(days=400))


def test_filters_find_exactly_what_answers_call_so() -> None:
    engine = create_engine("sqlite://")
    Entity.metadata.create_all(engine)
    with Session(engine) as session:
        visibility.see_as(session, SYSTEM)
        history.attach(session, SYSTEM, NOON, "UTC")
        amounts = [Decimal(text) for text in ("0", "50", "119", "150")]
        days = (TODAY - timedelta(days=1), TODAY)
        everything = product(InvoiceState, (True, False), amounts, amounts, days)
        for number, (state, live, paid, credited, due_on) in enumerate(everything):
            invoice = an_invoice()
            invoice.number, invoice.state, invoice.is_live = str(number), state, live
            invoice.paid, invoice.credited, invoice.due_on = paid, credited, due_on
            session.add(invoice)
        session.flush()
        every = set(session.scalars(select(Invoice)))
        for status in InvoiceStatus:
            called = {invoice for invoice in every if status_of(invoice) is status}
            assert set(session.scalars(select(Invoice).where(having(status)))) == called
        late = {invoice for invoice in every if is_overdue(invoice, TODAY)}
        assert set(session.scalars(select(Invoice).where(overdue(TODAY)))) == late
    engine.dispose()
