"""Lines, sums and parties that documents share."""

from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.customers import Company, Contact
from domain.documents import Party, TaxCategory, WantedLine, buyer_of, price, write_lines
from domain.documents.arithmetic import totals
from domain.documents.drafting import adjustments
from domain.errors import Invalid
from domain.quotes import QuoteLine
from domain.workspace import Address
from tests.domain.quotes.offers import MONDAY, a_line, a_quote

QUANTITIES = st.decimals("0", "999", places=4)
PRICES = st.decimals("0", "9999", places=6)
PERCENTS = st.decimals("0", "100", places=2)


@st.composite
def wanted_lines(draw: st.DrawFn) -> WantedLine:
    rate = draw(st.sampled_from([Decimal(0), Decimal(7), Decimal(19)]))
    return a_line(
        quantity=draw(QUANTITIES),
        unit_price=draw(PRICES),
        discount_percent=draw(st.none() | PERCENTS),
        tax_rate=rate,
        tax_category=TaxCategory.STANDARD if rate else TaxCategory.ZERO,
    )


@given(st.lists(wanted_lines(), max_size=8), st.none() | PERCENTS)
def test_a_document_keeps_what_the_arithmetic_finds(
    lines: list[WantedLine], percent: Decimal | None
) -> None:
    quote = a_quote(discount_percent=percent)
    write_lines(quote.lines, lines, QuoteLine)
    price(quote, quote.lines)
    found = totals([line.terms for line in lines], adjustments(quote), "EUR")
    assert (quote.lines_total, quote.net_total) == (found.lines_total, found.net_total)
    assert (quote.tax_total, quote.total) == (found.tax_total, found.total)
    assert [line.net for line in quote.lines] == [line.net for line in found.lines]
    assert sum(Decimal(group["tax"]) for group in quote.tax_groups) == quote.tax_total
    assert sum(Decimal(group["net"]) for group in quote.tax_groups) == quote.net_total


def test_a_line_that_names_its_id_is_kept_and_the_others_are_new() -> None:
    quote = a_quote()
    write_lines(quote.lines, [a_line(description="One"), a_line(description="Two")], QuoteLine)
    one, two = quote.lines
    wanted = [a_line(description="Three"), a_line(id=one.id, description="One, changed")]
    write_lines(quote.lines, wanted, QuoteLine)
    three, kept = quote.lines
    assert kept is one
    assert (kept.description, kept.position) == ("One, changed", 1)
    assert three not in (one, two)


def test_an_id_that_is_no_line_of_the_document_is_refused_by_its_place() -> None:
    quote = a_quote()
    with pytest.raises(Invalid) as refusal:
        write_lines(quote.lines, [a_line(), a_line(id=uuid4())], QuoteLine)
    assert [problem.field for problem in refusal.value.problems] == ["lines.1.id"]


def test_a_line_is_kept_once() -> None:
    quote = a_quote()
    id = quote.lines[0].id
    with pytest.raises(Invalid, match="twice"):
        write_lines(quote.lines, [a_line(id=id), a_line(id=id)], QuoteLine)


def test_what_is_wrong_with_a_line_is_named_by_its_place() -> None:
    quote = a_quote()
    write_lines(quote.lines, [a_line(), a_line(tax_category=TaxCategory.EXEMPT)], QuoteLine)
    with pytest.raises(Invalid) as refusal:
        price(quote, quote.lines)
    assert [problem.field for problem in refusal.value.problems] == ["lines.1.tax_rate"]


def test_a_company_buys_in_the_care_of_its_contact() -> None:
    company = Company(
        name="Northwind",
        legal_name="Northwind Traders Ltd.",
        address=Address(city="Hamburg"),
        vat_id="DE1",
        billing_email="bills@northwind.example",
        created_at=MONDAY.now,
    )
    contact = Contact(name="Nadia", email="nadia@northwind.example", created_at=MONDAY.now)
    buyer = buyer_of(company, contact)
    assert (buyer.name, buyer.contact_name) == ("Northwind Traders Ltd.", "Nadia")
    assert buyer.email == "nadia@northwind.example"
    assert buyer_of(company, contact, bills=True).email == "bills@northwind.example"
    assert buyer_of(company, None).email == "bills@northwind.example"


def test_a_person_buys_alone() -> None:
    contact = Contact(name="Nadia", email="nadia@example.com", created_at=MONDAY.now)
    assert buyer_of(None, contact) == Party(name="Nadia", email="nadia@example.com")
    assert buyer_of(None, None) == Party()


def test_a_party_is_read_back_as_it_was_stored() -> None:
    party = Party(name="Northwind", address=Address(city="Hamburg"))
    assert Party.stored(name="Northwind", address={"city": "Hamburg"}) == party
