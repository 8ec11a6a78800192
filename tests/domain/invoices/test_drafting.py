"""What a draft takes from its offer and customer, and what it refuses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.documents import Party
from domain.errors import Invalid
from domain.invoices import Deal, InvoiceNotDraft, redraft
from domain.invoices.drafting import from_offer
from domain.workspace import Address
from tests.domain.invoices.examples import BUYER, NOON, a_draft, a_line, an_invoice


def test_every_field_of_the_offer_is_carried_over() -> None:
    offer = a_draft(
        a_line("19.99", "3", discount_percent=Decimal(10)),
        a_line("49.95", "2", "7", discount_amount=Decimal("5.00"), description="Two\nlines"),
        discount_percent=Decimal(3),
    )
    deal = Deal(buyer=Party(), payment_days=30)
    invoice = from_offer(offer, offer.lines, deal, BUYER, "Thank you", NOON)
    written = [
        (line.description, line.quantity, line.unit, line.unit_price, line.net, line.tax_rate)
        for line in invoice.lines
    ]
    assert written == [
        (line.description, line.quantity, line.unit, line.unit_price, line.net, line.tax_rate)
        for line in offer.lines
    ]
    assert (invoice.total, invoice.discount_total) == (offer.total, offer.discount_total)
    assert (invoice.payable, invoice.tax_groups) == (offer.total, offer.tax_groups)
    assert (invoice.customer, invoice.notes, invoice.payment_days) == (BUYER, "Thank you", 30)


def test_lines_of_the_invoice_are_its_own() -> None:
    offer = a_draft()
    deal = Deal(buyer=Party(), payment_days=30)
    invoice = from_offer(offer, offer.lines, deal, BUYER, None, NOON)
    assert invoice.lines[0].id != offer.lines[0].id


def test_what_is_known_of_the_buyer_today_goes_before_what_the_offer_said() -> None:
    known = Party(
        name="Northwind Traders GmbH",
        address=Address(line1="Neuer Weg 1", city="Bremen", country="DE"),
        vat_id="DE999999999",
        email="bills@northwind.example",
    )
    offered = replace(BUYER, contact_name="Nadia Okafor", phone="123", email="nadia@x.example")
    invoice = from_offer(a_draft(), [], Deal(buyer=known, payment_days=14), offered, None, NOON)
    assert invoice.customer == replace(known, contact_name="Nadia Okafor", phone="123")


def test_what_was_paid_before_and_the_rounding_change_what_is_to_be_paid() -> None:
    invoice = a_draft(a_line("100.01"), prepaid=Decimal(50), rounding=Decimal("-0.01"))
    assert (invoice.total, invoice.payable) == (Decimal("119.01"), Decimal("69.00"))


@pytest.mark.parametrize("field", ["prepaid", "rounding"])
def test_cents_of_a_currency_without_cents_are_refused(field: str) -> None:
    with pytest.raises(Invalid) as refused:
        a_draft(currency="JPY", **{field: Decimal("0.5")})
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_date_and_a_period_of_supply_exclude_each_other() -> None:
    days = {"supply_from": date(2026, 11, 1), "supply_to": date(2026, 11, 20)}
    with pytest.raises(Invalid):
        a_draft(supplied_on=date(2026, 11, 1), **days)
    assert a_draft(**days).supply_to == date(2026, 11, 20)


def test_a_period_of_supply_has_two_ends_in_order() -> None:
    with pytest.raises(Invalid):
        a_draft(supply_from=date(2026, 11, 1))
    with pytest.raises(Invalid):
        a_draft(supply_from=date(2026, 11, 2), supply_to=date(2026, 11, 1))


def test_an_issued_invoice_never_changes() -> None:
    with pytest.raises(InvoiceNotDraft):
        redraft(an_invoice(), {"notes": "Changed"}, None)


def test_the_worked_example_of_the_house_is_what_the_customer_owes() -> None:
    invoice = an_invoice(
        a_line("19.99", "3", discount_percent=Decimal(10)),
        a_line("0.333333", "7.5"),
        a_line("49.95", "2", "7", discount_percent=Decimal(5)),
        a_line("1.20", "12", "0"),
        discount_percent=Decimal(3),
    )
    assert (invoice.net_total, invoice.tax_total) == (Decimal("160.80"), Decimal("16.85"))
    assert invoice.balance == Decimal("177.65")
    assert sum(line.due_net or 0 for line in invoice.lines) == invoice.net_total
