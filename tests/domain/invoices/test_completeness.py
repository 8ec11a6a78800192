"""Nothing is issued that lacks what the law asks for, and all that is missing is named at once."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.documents import Party, TaxCategory, WantedLine
from domain.errors import Invalid
from domain.invoices import InvoiceNotDraft
from domain.invoices.issuing import check, outline
from domain.workspace import Address
from tests.domain.invoices.examples import BUYER, SELLER, TODAY, a_draft, a_line, a_plan, an_invoice


def lacks(*lines: WantedLine, seller: Party = SELLER, buyer: Party = BUYER) -> list[str]:
    """The fields that a draft with these lines lacks."""
    invoice = a_draft(*lines, buyer=buyer)
    try:
        check(invoice, outline(invoice, seller, Party(), TODAY), TODAY, None)
    except Invalid as refused:
        return [problem.field for problem in refused.problems]
    return []


def test_a_complete_draft_lacks_nothing() -> None:
    assert lacks(a_line()) == []


def test_an_empty_one_is_told_everything_in_one_answer() -> None:
    invoice = a_draft(buyer=Party())
    invoice.lines.clear()
    with pytest.raises(Invalid) as refused:
        check(invoice, outline(invoice, Party(), Party(), TODAY), TODAY, None)
    assert [problem.field for problem in refused.value.problems] == [
        "seller.name",
        "seller.address.line1",
        "seller.address.city",
        "seller.address.country",
        "seller.vat_id",
        "customer.name",
        "customer.address.line1",
        "customer.address.city",
        "customer.address.country",
        "lines",
    ]


def test_a_tax_number_stands_in_for_a_vat_id() -> None:
    assert lacks(a_line(), seller=replace(SELLER, vat_id=None)) == ["seller.vat_id"]
    assert lacks(a_line(), seller=replace(SELLER, vat_id=None, tax_number="30/123")) == []


@pytest.mark.parametrize("category", [TaxCategory.REVERSE_CHARGE, TaxCategory.INTRA_EU])
def test_where_the_buyer_owes_the_tax_both_vat_ids_are_named(category: TaxCategory) -> None:
    line = a_line(rate="0", tax_category=category, tax_reason="Article 196")
    seller = replace(SELLER, vat_id=None, tax_number="30/123")
    assert lacks(line, seller=seller) == ["seller.vat_id", "customer.vat_id"]
    assert lacks(line, buyer=replace(BUYER, vat_id="ATU12345678")) == []


def test_a_line_needs_description_quantity_unit_and_the_reason_for_no_tax() -> None:
    empty = a_line(
        rate="0", quantity="0", description=" ", unit=" ", tax_category=TaxCategory.EXEMPT
    )
    assert lacks(a_line(), empty) == [
        "lines.1.description",
        "lines.1.quantity",
        "lines.1.unit",
        "lines.1.tax_reason",
    ]


def test_less_than_nothing_is_credited_and_not_invoiced() -> None:
    assert lacks(a_line("-5")) == ["lines"]


@pytest.mark.parametrize(
    ("on", "due", "field"), [(1, 14, "issued_on"), (-3, 14, "issued_on"), (0, -1, "due_on")]
)
def test_dates_keep_their_order(on: int, due: int, field: str) -> None:
    invoice, issued_on = a_draft(), TODAY + timedelta(days=on)
    plan = outline(invoice, SELLER, Party(), issued_on, issued_on + timedelta(days=due))
    with pytest.raises(Invalid) as refused:
        check(invoice, plan, TODAY, TODAY - timedelta(days=2))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_the_date_goes_back_to_that_of_the_last_issued_one() -> None:
    last_on = TODAY - timedelta(days=2)
    check(a_draft(), a_plan(a_draft(), last_on), TODAY, last_on)


def test_due_and_supply_follow_the_issue_date_unless_the_draft_says_otherwise() -> None:
    plan = a_plan(a_draft())
    assert (plan.due_on, plan.supplied_on) == (TODAY + timedelta(days=14), TODAY)
    wanted = date(2026, 12, 1)
    plan = a_plan(a_draft(due_on=wanted, supplied_on=date(2026, 11, 2)))
    assert (plan.due_on, plan.supplied_on) == (wanted, date(2026, 11, 2))
    period = {"supply_from": date(2026, 11, 1), "supply_to": date(2026, 11, 20)}
    assert a_plan(a_draft(**period)).supplied_on is None


def test_what_the_draft_leaves_open_of_the_buyer_is_filled_in_when_it_is_issued() -> None:
    known = replace(BUYER, vat_id="DE999999999", email="bills@northwind.example")
    written = Party(name="Northwind of the draft", address=Address(city="Hamburg"))
    plan = outline(a_draft(buyer=written), SELLER, known, TODAY)
    assert plan.customer == replace(known, name="Northwind of the draft")


def test_an_issued_invoice_is_not_issued_again() -> None:
    invoice = an_invoice()
    with pytest.raises(InvoiceNotDraft):
        check(invoice, a_plan(invoice), TODAY, None)


def test_the_lines_shares_of_the_discount_are_fixed_at_issue() -> None:
    invoice = an_invoice(a_line("10"), a_line("10"), a_line("10"), discount_amount=Decimal(1))
    assert sorted(line.due_net or 0 for line in invoice.lines) == [
        Decimal("9.66"),
        Decimal("9.67"),
        Decimal("9.67"),
    ]
