"""What holds for every document, whatever its lines, discounts, charges and currency."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.arithmetic import (
    Adjustment,
    GroupKey,
    LineTerms,
    TaxCategory,
    Totals,
    credit_tax,
    line_shares,
    totals,
)
from domain.errors import Invalid
from domain.money import amount_problem, decimals, percent_of

ZERO = Decimal(0)
UNHURRIED = settings(deadline=None)  # A busy machine is no reason to fail.
CURRENCIES = st.sampled_from(["EUR", "JPY", "KWD"])
GROUPS = st.sampled_from(
    [
        GroupKey(TaxCategory.STANDARD, Decimal(19)),
        GroupKey(TaxCategory.STANDARD, Decimal("7.7")),
        GroupKey(TaxCategory.ZERO, ZERO),
        GroupKey(TaxCategory.EXEMPT, ZERO, "Training"),
        GroupKey(TaxCategory.EXEMPT, ZERO, "Health"),
    ]
)


def number(low: int, high: int, places: int) -> st.SearchStrategy[Decimal]:
    """A number in these bounds with at most so many decimals."""
    return st.integers(low * 10**places, high * 10**places).map(
        lambda units: Decimal(units).scaleb(-places)
    )


PERCENTS = number(0, 100, 4)


@st.composite
def lines(draw: st.DrawFn, low: int = -50) -> LineTerms:
    group = draw(GROUPS)
    return LineTerms(
        quantity=draw(number(low, 500, 4)),
        unit_price=draw(number(0, 2000, 6)),
        discount_percent=draw(st.none() | PERCENTS),
        tax_rate=group.rate,
        tax_category=group.category,
        tax_reason=group.reason,
    )


@st.composite
def adjustments(draw: st.DrawFn, currency: str) -> Adjustment:
    """A discount or charge, shared or of a group, as a percentage or a small amount."""
    by_percent = draw(st.booleans())
    return Adjustment(
        percent=draw(number(0, 30, 4)) if by_percent else None,
        amount=None if by_percent else draw(number(0, 50, decimals(currency))),
        is_charge=draw(st.booleans()),
        group=draw(st.none() | GROUPS),
    )


@dataclass(frozen=True)
class Document:
    """Terms that hold, with what they come to."""

    currency: str
    lines: list[LineTerms]
    adjustments: list[Adjustment]
    totals: Totals


@st.composite
def documents(draw: st.DrawFn, low: int = -50) -> Document:
    currency = draw(CURRENCIES)
    terms = draw(st.lists(lines(low), min_size=1, max_size=8))
    changes = draw(st.lists(adjustments(currency), max_size=3))
    try:
        added = totals(terms, changes, currency)
    except Invalid:  # More off than there is: such a document is kept at its full price.
        changes, added = [], totals(terms, [], currency)
    return Document(currency, terms, changes, added)


def amounts(result: Totals) -> list[Decimal]:
    """Every amount that a document shows."""
    return [
        *(amount for line in result.lines for amount in (line.gross, line.discount, line.net)),
        *(amount for group in result.groups for amount in (group.net, group.tax)),
        result.lines_total,
        result.discount_total,
        result.charge_total,
        result.net_total,
        result.tax_total,
        result.total,
        result.prepaid,
        result.rounding,
        result.payable,
    ]


@UNHURRIED
@given(documents())
def test_every_sum_is_the_sum_of_what_is_printed_above_it(document: Document) -> None:
    result = document.totals
    assert all(line.net == line.gross - line.discount for line in result.lines)
    assert result.lines_total == sum(line.net for line in result.lines)
    assert result.net_total == result.lines_total - result.discount_total + result.charge_total
    assert result.net_total == sum(group.net for group in result.groups)
    assert result.tax_total == sum(group.tax for group in result.groups)
    assert result.total == result.net_total + result.tax_total
    assert result.payable == result.total


@UNHURRIED
@given(documents())
def test_every_amount_has_exactly_the_decimals_of_its_currency(document: Document) -> None:
    for amount in amounts(document.totals):
        assert amount_problem(amount, document.currency) is None
        assert amount.as_tuple().exponent == -decimals(document.currency)


@UNHURRIED
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_no_sum(document: Document, random: Random) -> None:
    shuffled = list(document.lines)
    random.shuffle(shuffled)
    again = totals(shuffled, document.adjustments, document.currency)
    assert again.groups == document.totals.groups
    assert again.payable == document.totals.payable
    assert again.discount_total == document.totals.discount_total


@UNHURRIED
@given(documents())
def test_tax_is_worked_out_once_per_group(document: Document) -> None:
    keys = [group.key for group in document.totals.groups]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys, key=lambda key: key.order)
    for group in document.totals.groups:
        assert group.tax == percent_of(group.net, group.rate, document.currency)


@UNHURRIED
@given(documents(low=0))
def test_discounts_never_make_a_positive_group_negative(document: Document) -> None:
    assert all(group.net >= 0 for group in document.totals.groups)
    assert document.totals.payable >= 0


@UNHURRIED
@given(documents())
def test_what_lines_are_left_with_adds_up_to_their_group(document: Document) -> None:
    shares = line_shares(document.lines, document.totals)
    for group in document.totals.groups:
        mine = [
            share
            for share, terms in zip(shares, document.lines, strict=True)
            if terms.group == group.key
        ]
        assert not mine or sum(mine) == group.net


@UNHURRIED
@given(documents(low=0))
def test_a_discount_never_turns_a_line_round(document: Document) -> None:
    for share in line_shares(document.lines, document.totals):
        assert share >= 0
        assert amount_problem(share, document.currency) is None


@UNHURRIED
@given(documents(low=0), st.data())
def test_a_credit_in_any_parts_adds_up_to_the_whole(
    document: Document, data: st.DataObject
) -> None:
    for group in document.totals.groups:
        places = decimals(document.currency)
        left = int(group.net.scaleb(places))
        credited = taxed = ZERO
        while left:
            units = data.draw(st.integers(max(1, left // 5), left))
            part = Decimal(units).scaleb(-places)
            taxed += credit_tax(credited, part, group.rate, taxed, document.currency)
            credited += part
            left -= units
        assert (credited, taxed) == (group.net, group.tax)


@UNHURRIED
@given(documents(low=0), st.permutations(range(8)))
def test_crediting_line_by_line_takes_back_net_and_tax(
    document: Document, order: list[int]
) -> None:
    shares = line_shares(document.lines, document.totals)
    credited: dict[GroupKey, tuple[Decimal, Decimal]] = {}
    for i in (i for i in order if i < len(shares)):
        key = document.lines[i].group
        net, tax = credited.get(key, (ZERO, ZERO))
        tax += credit_tax(net, shares[i], key.rate, tax, document.currency)
        credited[key] = net + shares[i], tax
    whole = {group.key: (group.net, group.tax) for group in document.totals.groups}
    assert credited == {key: whole[key] for key in credited}
