"""Amounts as people and programs write them, read exactly or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports.reading import Target
from api.imports.reading.values import (
    DecimalSign,
    ValueProblem,
    amount,
    currency,
    percentage,
    whole_number,
)
from tests.api.imports.reading_files import rows, table


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("21000", "21000", None),
        ("$21,000", "21000", None),
        ("58.8k", "58800", None),
        ("1.117,10K", "1117100", None),
        ("$1,117.10K", "1117100", None),
        ("$22,247.63", "22247.63", None),
        ("1.000.000,50", "1000000.50", None),
        ("(1,200.00)", "-1200.00", None),
        ("USD 1,315.00", "1315.00", "USD"),
        ("1 234,56 €", "1234.56", "EUR"),
        ("1\u202f234,56\u00a0€", "1234.56", "EUR"),
        ("1'234.50", "1234.50", None),
        ("CHF 1’234.–", "1234", "CHF"),
        ("5,--", "5", None),
        ("1,00,000.50", "100000.50", None),
        ("2,5 Mio. €", "2500000", "EUR"),
        ("5 kEUR", "5000", "EUR"),
        ("-5", "-5", None),
        ("−5", "-5", None),
        ("5-", "-5", None),
        ("($5.10)", "-5.10", None),
        ("-$5", "-5", None),
        ("$-5", "-5", None),
        ("US$ 5", "5", "USD"),
        ("£0.5", "0.5", "GBP"),
        ("12 mxn", "12", "MXN"),
        ("0,125", "0.125", None),
        ("1234,567", "1234.567", None),
        (".5", "0.5", None),
        ("1,234", "1234", None),
        ("1.234", "1.234", None),
    ],
)
def test_an_amount_is_read_with_the_currency_it_names(
    text: str, value: str, code: str | None
) -> None:
    read = amount(text)

    assert (read.value, read.currency) == (Decimal(value), code)
    assert read.value.as_tuple().exponent in (0, -1, -2, -3)


@pytest.mark.parametrize(
    "text",
    [
        "", "abc", "5 apples", "--5", "1,2,3", "1.2.3", "12 34", "1..5", "1E5", "5 %", "²", "٣",
        "(5", "-(5)", "$ 5 EUR", "9" * 19, "1,234.5.6", "12,34,567.8,9", "5\n6",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match="not an amount"):
        amount(text)


def test_a_sign_of_several_currencies_speaks_against_the_others_only() -> None:
    assert amount("$5").may_be_in("CAD")
    assert not amount("$5").may_be_in("EUR")
    assert amount("5").may_be_in("EUR")
    assert amount("$5 USD").currency == "USD"


@pytest.mark.parametrize(
    ("others", "comma", "point"),
    [
        ("9.99", "1234", "1.234"),
        ("9,99", "1.234", "1234"),
        ("1.000.000", "1.234", "1234"),
        ("1,000,000", "1234", "1.234"),
        ("no number", "1234", "1.234"),
        ("5.000", "1234", "1.234"),
    ],
)
def test_a_lone_mark_before_three_digits_means_what_the_column_proves(
    others: str, comma: str, point: str
) -> None:
    source = table(f'Title,Amount\nA,"1,234"\nB,1.234\nC,"{others}"\n')

    read = [source.amount("value", row.values["value"]).value for row in rows(source)[:2]]

    assert read == [Decimal(comma), Decimal(point)]


def test_a_column_that_proves_both_signs_refuses_what_could_be_either() -> None:
    source = table('Title,Amount\nA,"1,200.00"\nB,"1.000.000,50"\nC,"1,234"\n')
    texts = [row.values["value"] for row in rows(source)]

    assert source.decimal_sign("value") is DecimalSign.BOTH
    assert [source.amount("value", text).value for text in texts[:2]] == [
        Decimal("1200.00"),
        Decimal("1000000.50"),
    ]
    with pytest.raises(ValueProblem, match="writes both ways"):
        source.amount("value", texts[2])


def test_in_a_semicolon_file_that_proves_nothing_a_point_groups() -> None:
    source = table("Title;Amount\nA;5.000\nB;12.500\n")

    assert [source.amount("value", row.values["value"]).value for row in rows(source)] == [
        Decimal(5000),
        Decimal(12500),
    ]


def test_a_currency_in_the_heading_counts_where_the_cell_names_none() -> None:
    source = table("Title,Amount (EUR)\nA,5\nB,$5\n")

    assert source.amount("value", "5").currency == "EUR"
    assert not source.amount("value", "$5").may_be_in("EUR")


def test_unit_prices_are_amounts_too() -> None:
    source = table('Product,Sales Price [USD]\nGTX,"1.117,333333"\n', Target.PRODUCTS)

    price = source.amount("unit_price", rows(source)[0].values["unit_price"])

    assert (price.value, price.currency) == (Decimal("1117.333333"), "USD")


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", "."), ("\u202f", ",")]),
    st.sampled_from(["{}", "{} EUR", "€{}", "EUR {}"]),
)
def test_an_amount_written_in_any_grouping_reads_back(
    value: Decimal, marks: tuple[str, str], frame: str
) -> None:
    plain = f"{value:,.2f}".translate(str.maketrans(",.", "".join(marks)))

    assert amount(frame.format(plain)).value == value


@pytest.mark.parametrize(
    ("text", "value"), [("19", "19"), ("19 %", "19"), ("7,5", "7.5"), ("1.234%", "1.234")]
)
def test_a_percentage_has_a_fraction_and_no_groups(text: str, value: str) -> None:
    assert percentage(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "x", "1.2.3", "5%%", "1,000.5", "1e3"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match="not a percentage"):
        percentage(text)


@pytest.mark.parametrize(("text", "value"), [("30", 30), ("Net 30", 30), ("14 Tage", 14)])
def test_days_to_pay_are_one_whole_number(text: str, value: int) -> None:
    assert whole_number(text) == value


@pytest.mark.parametrize("text", ["", "soon", "2/10 net 30", "1.5", "-5", "9" * 12])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem, match="not a whole number"):
        whole_number(text)


def test_a_currency_is_a_code_or_a_sign_of_one_only() -> None:
    assert [currency(text) for text in ("EUR", "usd", "€", "zł")] == ["EUR", "USD", "EUR", "PLN"]
    for text in ("$", "Taler", "kr"):
        with pytest.raises(ValueProblem, match="three letters"):
            currency(text)
