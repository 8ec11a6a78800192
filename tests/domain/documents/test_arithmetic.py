"""What a document comes to: worked examples, refusals, and what each line is left with."""

from decimal import Decimal

import pytest

from domain.documents.arithmetic import (
    Adjustment,
    GroupKey,
    LineTerms,
    TaxCategory,
    Totals,
    line_shares,
    line_totals,
    totals,
)
from domain.errors import FieldProblem, Invalid

REASONS = {TaxCategory.REVERSE_CHARGE: "Reverse charge", TaxCategory.EXEMPT: "Training"}


def line(
    quantity: str,
    price: str,
    rate: str = "19",
    *,
    percent: str | None = None,
    amount: str | None = None,
    category: TaxCategory | None = None,
) -> LineTerms:
    chosen = category or (TaxCategory.STANDARD if Decimal(rate) else TaxCategory.ZERO)
    return LineTerms(
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        discount_percent=None if percent is None else Decimal(percent),
        discount_amount=None if amount is None else Decimal(amount),
        tax_rate=Decimal(rate),
        tax_category=chosen,
        tax_reason=REASONS.get(chosen),
    )


def off(
    percent: str | None = None, amount: str | None = None, rate: str | None = None
) -> Adjustment:
    """A discount on the document, or on the standard group of that rate."""
    return Adjustment(
        percent=None if percent is None else Decimal(percent),
        amount=None if amount is None else Decimal(amount),
        group=None if rate is None else GroupKey(TaxCategory.STANDARD, Decimal(rate)),
    )


def charge(amount: str, rate: str | None = None) -> Adjustment:
    group = None if rate is None else GroupKey(TaxCategory.STANDARD, Decimal(rate))
    return Adjustment(amount=Decimal(amount), is_charge=True, group=group)


def problems(lines: list[LineTerms], *adjustments: Adjustment, currency: str = "EUR") -> list[str]:
    """The fields that are refused."""
    with pytest.raises(Invalid) as refused:
        totals(lines, adjustments, currency)
    return [problem.field for problem in refused.value.problems]


def nets(result: Totals) -> list[str]:
    return [str(group.net) for group in result.groups]


def taxes(result: Totals) -> list[str]:
    return [str(group.tax) for group in result.groups]


WORKED = [
    line("3", "19.99", "19", percent="10"),
    line("7.5", "0.333333", "19"),
    line("2", "49.95", "7", percent="5"),
    line("12", "1.20", "0"),
]


def test_the_worked_example_of_the_domain_holds_to_the_cent() -> None:
    result = totals(WORKED, [off(percent="3")], "EUR")
    assert [str(line.net) for line in result.lines] == ["53.97", "2.50", "94.90", "14.40"]
    assert str(result.lines_total) == "165.77"
    assert str(result.discount_total) == "4.97"
    assert nets(result) == ["54.78", "92.05", "13.97"]
    assert taxes(result) == ["10.41", "6.44", "0.00"]
    assert (str(result.net_total), str(result.tax_total)) == ("160.80", "16.85")
    assert str(result.total) == str(result.payable) == "177.65"


def test_the_worked_example_leaves_each_line_its_share() -> None:
    result = totals(WORKED, [off(percent="3")], "EUR")
    assert line_shares(WORKED, result) == tuple(map(Decimal, ("52.35", "2.43", "92.05", "13.97")))


def test_a_document_without_lines_comes_to_nothing() -> None:
    result = totals([], [], "EUR")
    assert str(result.payable) == "0.00"
    assert result.groups == ()


@pytest.mark.parametrize(
    ("currency", "gross", "tax"),
    [("JPY", "3", "1"), ("EUR", "3.33", "0.63"), ("KWD", "3.333", "0.633")],
)
def test_every_amount_has_the_decimals_of_the_currency(currency: str, gross: str, tax: str) -> None:
    result = totals([line("1", "3.3333", "19")], [], currency)
    assert (str(result.lines[0].gross), str(result.tax_total)) == (gross, tax)


def test_tax_is_rounded_once_per_group_not_per_line() -> None:
    result = totals([line("1", "0.13")] * 4, [], "EUR")
    assert taxes(result) == ["0.10"]


def test_gross_and_discount_are_rounded_so_that_the_printed_column_adds_up() -> None:
    priced = line_totals(line("1", "10.005", percent="33.3333"), "EUR")
    assert [str(x) for x in (priced.gross, priced.discount, priced.net)] == [
        "10.01",
        "3.34",
        "6.67",
    ]


def test_a_discount_can_be_an_amount_or_the_whole_line() -> None:
    assert str(line_totals(line("2", "50", amount="12.34"), "EUR").net) == "87.66"
    assert str(line_totals(line("2", "50", amount="100.00"), "EUR").net) == "0.00"
    assert str(line_totals(line("2", "50", percent="100"), "EUR").net) == "0.00"


def test_a_correction_takes_back_quantity_and_discount_alike() -> None:
    assert str(line_totals(line("-2", "50", percent="10"), "EUR").net) == "-90.00"
    assert str(line_totals(line("-2", "50", amount="-10"), "EUR").net) == "-90.00"
    result = totals([line("4", "100"), line("-1", "100")], [], "EUR")
    assert (str(result.net_total), str(result.total)) == ("300.00", "357.00")


def test_groups_are_told_apart_by_category_rate_and_reason_and_sorted() -> None:
    training = line("1", "40", "0", category=TaxCategory.EXEMPT)
    abroad = line("1", "30", "0", category=TaxCategory.REVERSE_CHARGE)
    result = totals([abroad, training, line("1", "20", "7"), line("1", "10")], [], "EUR")
    assert [(g.category.code, str(g.rate), g.reason) for g in result.groups] == [
        ("S", "19", None),
        ("S", "7", None),
        ("E", "0", "Training"),
        ("AE", "0", "Reverse charge"),
    ]


def test_a_rate_written_with_zeros_is_the_same_group() -> None:
    assert nets(totals([line("1", "10", "19"), line("1", "5", "19.00")], [], "EUR")) == ["15.00"]


def test_the_higher_rate_carries_the_cent_where_two_groups_have_an_equal_claim() -> None:
    result = totals([line("1", "10", "7"), line("1", "10", "19")], [off(amount="0.01")], "EUR")
    assert nets(result) == ["9.99", "10.00"]


def test_only_groups_with_positive_net_carry_a_shared_discount() -> None:
    lines = [line("1", "100", "19"), line("-1", "40", "7")]
    result = totals(lines, [off(amount="10")], "EUR")
    assert nets(result) == ["90.00", "-40.00"]
    assert str(result.net_total) == "50.00"


def test_a_discount_that_names_a_group_leaves_the_others_alone() -> None:
    lines = [line("1", "100", "19"), line("1", "100", "7")]
    assert nets(totals(lines, [off(percent="10", rate="7")], "EUR")) == ["100.00", "90.00"]


def test_a_discount_of_one_group_is_taken_before_the_one_all_groups_share() -> None:
    lines = [line("1", "100", "19"), line("1", "100", "7")]
    result = totals(lines, [off(amount="20"), off(amount="90", rate="7")], "EUR")
    assert nets(result) == ["81.82", "8.18"]


def test_a_charge_can_open_a_group_of_its_own() -> None:
    result = totals([line("1", "100", "7")], [charge("25", "19")], "EUR")
    assert nets(result) == ["25.00", "100.00"]
    assert (str(result.charge_total), str(result.net_total)) == ("25.00", "125.00")


def test_a_charge_may_be_more_than_the_lines_that_share_it() -> None:
    result = totals([line("1", "3", "19"), line("1", "1", "7")], [charge("10")], "EUR")
    assert nets(result) == ["10.50", "3.50"]


def test_a_discount_may_take_all_that_lines_and_charges_come_to() -> None:
    result = totals([line("1", "3")], [off(amount="4", rate="19"), charge("1", "19")], "EUR")
    assert nets(result) == ["0.00"]
    assert str(result.payable) == "0.00"


def test_what_was_paid_before_and_a_rounding_change_only_what_is_to_be_paid() -> None:
    result = totals([line("1", "100")], [], "EUR", Decimal(119), Decimal("0.01"))
    assert (str(result.total), str(result.payable)) == ("119.00", "0.01")


def test_every_line_that_is_wrong_is_named_in_one_refusal() -> None:
    lines = [line("1.00001", "1"), line("1", "1"), line("1", "0.0000001", percent="101")]
    assert problems(lines) == [
        "lines.0.quantity",
        "lines.2.unit_price",
        "lines.2.discount_percent",
    ]


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (line("NaN", "1"), "quantity"),
        (line("1", "Infinity"), "unit_price"),
        (line("1000000000000", "1"), "quantity"),
        (line("1000000", "1000000"), "unit_price"),
        (line("1", "10", amount="10.01"), "discount_amount"),
        (line("1", "10", amount="-0.01"), "discount_amount"),
        (line("0", "10", amount="0.01"), "discount_amount"),
        (line("-1", "10", amount="1"), "discount_amount"),
        (line("1", "10", amount="1.001"), "discount_amount"),
        (line("1", "10", percent="5", amount="1"), "discount_amount"),
        (line("1", "10", percent="-1"), "discount_percent"),
        (line("1", "10", percent="0.00001"), "discount_percent"),
        (line("1", "10", "100.5"), "tax_rate"),
        (line("1", "10", "-1"), "tax_rate"),
        (line("1", "10", "0", category=TaxCategory.STANDARD), "tax_rate"),
        (line("1", "10", "7", category=TaxCategory.EXPORT), "tax_rate"),
    ],
)
def test_a_line_that_cannot_hold_is_refused_by_its_field(terms: LineTerms, field: str) -> None:
    assert problems([terms]) == [f"lines.0.{field}"]
    with pytest.raises(Invalid) as refused:
        line_totals(terms, "EUR")
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    ("adjustment", "field"),
    [
        (off(amount="100.01"), "discount_amount"),
        (off(amount="60.01", rate="19"), "discount_amount"),
        (off(amount="0.01", rate="16"), "discount_amount"),
        (off(amount="-1"), "discount_amount"),
        (off(amount="0.001"), "discount_amount"),
        (off(amount="NaN"), "discount_amount"),
        (off(percent="100.1"), "discount_percent"),
        (off(percent="5", amount="5"), "discount_percent"),
        (off(amount="5", rate="0"), "discount_amount"),
        (off(), "discount_amount"),
        (charge("-1"), "charge_amount"),
    ],
)
def test_a_document_discount_that_cannot_hold_is_refused(
    adjustment: Adjustment, field: str
) -> None:
    assert problems([line("1", "60", "19"), line("1", "40", "7")], adjustment) == [field]


def test_two_discounts_together_are_never_more_than_the_document() -> None:
    halves = (off(amount="60"), off(amount="40.01"))
    assert problems([line("1", "100")], *halves) == ["discount_amount"]


def test_nothing_positive_can_be_discounted_or_charged() -> None:
    assert problems([line("-1", "100")], off(percent="5")) == ["discount_percent"]
    assert problems([line("-1", "100")], off(amount="5")) == ["discount_amount"]
    assert problems([line("-1", "100")], charge("5")) == ["charge_amount"]


def test_a_document_that_adds_up_to_too_much_is_refused() -> None:
    much = line("1", "999999999999")
    assert problems([much, much]) == ["lines"]
    assert problems([much, much, line("-1", "999999999999", "7")]) == ["lines"]


@pytest.mark.parametrize(
    ("prepaid", "rounding", "field"),
    [("-1", "0", "prepaid"), ("0.001", "0", "prepaid"), ("0", "0.005", "rounding")],
)
def test_a_payment_before_is_an_amount_of_the_currency(
    prepaid: str, rounding: str, field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        totals([line("1", "100")], [], "EUR", Decimal(prepaid), Decimal(rounding))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(Invalid) as refused:
        totals([line("1", "10", amount="11")], [], "EUR")
    wanted = "A discount is between nothing and the whole of its line."
    assert refused.value.problems == (FieldProblem("lines.0.discount_amount", wanted),)


def test_lines_with_positive_net_carry_the_discount_of_their_group() -> None:
    lines = [line("1", "100"), line("-1", "40"), line("1", "50")]
    result = totals(lines, [off(amount="30")], "EUR")
    assert [str(share) for share in line_shares(lines, result)] == ["80.00", "-40.00", "40.00"]


def test_a_charge_on_lines_without_value_is_spread_evenly() -> None:
    lines = [line("0", "100"), line("0", "40")]
    result = totals(lines, [charge("5.01", "19")], "EUR")
    assert [str(share) for share in line_shares(lines, result)] == ["2.51", "2.50"]


def test_a_charge_alone_in_its_group_is_in_no_line() -> None:
    lines = [line("1", "100", "7")]
    result = totals(lines, [charge("25", "19")], "EUR")
    assert line_shares(lines, result) == (Decimal("100.00"),)
