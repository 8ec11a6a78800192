"""Amounts, days, addresses and parties as they are printed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from api.documents import printing
from api.documents.letter import Letter, paragraphs
from domain.documents import Party
from domain.workspace import Address

BERLIN = Address(line1="Torstraße 1", postcode="10119", city="Berlin", country="DE")


def test_amounts_are_set_apart_by_thousands() -> None:
    assert printing.amount(Decimal("1234567.5"), "EUR") == "1,234,567.50"
    assert printing.amount(Decimal("-4.97"), "EUR") == "−4.97"
    assert printing.amount(Decimal(1250), "JPY") == "1,250"
    assert printing.money(Decimal(1), "KWD") == "KWD 1.000"
    assert printing.price(Decimal("0.333333"), "EUR") == "0.333333"
    assert printing.quantity(Decimal("1000.5000")) == "1,000.5"


def test_a_day_is_written_out_and_an_instant_names_its_zone() -> None:
    assert printing.day(date(2026, 11, 3)) == "3 November 2026"
    at = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
    assert printing.instant(at, "Europe/Berlin") == "23 November 2026, 14:05 CET"


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (BERLIN, ("Torstraße 1", "10119 Berlin", "Germany")),
        (
            Address(line1="88 Sunset Blvd", city="Santa Fe", region="NM", postcode="87501"),
            ("88 Sunset Blvd", "87501 Santa Fe", "NM"),
        ),
        (
            Address(city="Santa Fe", region="NM", postcode="87501", country="US"),
            ("Santa Fe, NM 87501", "United States"),
        ),
        (
            Address(city="London", postcode="N1 9GU", country="GB"),
            ("London", "N1 9GU", "United Kingdom"),
        ),
        (Address(), ()),
    ],
)
def test_an_address_is_written_as_its_country_does(place: Address, lines: tuple[str, ...]) -> None:
    assert printing.address_lines(place) == lines


def test_the_country_is_left_out_at_home() -> None:
    assert printing.address_lines(BERLIN, "DE") == ("Torstraße 1", "10119 Berlin")


def test_a_buyer_is_addressed_in_the_care_of_a_person() -> None:
    buyer = printing.buyer(
        Party(name="Northwind", contact_name="Nadia", address=BERLIN, vat_id="DE1"), "DE"
    )
    assert buyer.address == ("Attn. Nadia", "Torstraße 1", "10119 Berlin")
    assert [(fact.label, fact.value) for fact in buyer.identifiers] == [("VAT ID", "DE1")]


def test_a_number_becomes_a_file_name_that_every_system_takes() -> None:
    assert printing.file_name("Q-2026-0001-R2") == "Q-2026-0001-R2.pdf"
    assert printing.file_name('Q/2026 "ö"\r\n7') == "Q-2026-7.pdf"
    assert printing.file_name("§§") == "document.pdf"


def test_a_letter_says_the_same_in_text_and_html() -> None:
    letter = Letter(
        greeting="Dear Nadia,",
        paragraphs=paragraphs("One <two>\nthree\n\n\n\nfour & five"),
        facts=(("Total", "EUR 1.00"),),
        link=("View", "https://example.com/q/a?b&c"),
        closing=("Kind regards", "Rita"),
    )
    assert letter.text == (
        "Dear Nadia,\n\nOne <two>\nthree\n\nfour & five\n\nTotal: EUR 1.00\n\n"
        "View:\nhttps://example.com/q/a?b&c\n\nKind regards\nRita\n"
    )
    for words in ("One &lt;two&gt;<br>three", "four &amp; five", "a?b&amp;c", "EUR 1.00"):
        assert words in letter.html
