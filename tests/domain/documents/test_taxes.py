"""Categories, rates and reasons of a tax, and the tax that a credit takes back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.documents.arithmetic import LineTerms, TaxCategory, credit_tax, tax_problems

LINE = LineTerms(
    quantity=Decimal(1),
    unit_price=Decimal(100),
    tax_rate=Decimal(0),
    tax_category=TaxCategory.ZERO,
)
WITHOUT_TAX = [c for c in TaxCategory if c not in (TaxCategory.STANDARD, TaxCategory.ZERO)]


def test_the_categories_have_the_letters_of_the_norm() -> None:
    assert [category.code for category in TaxCategory] == ["S", "Z", "E", "AE", "K", "G", "O"]


@pytest.mark.parametrize("category", WITHOUT_TAX)
def test_a_line_without_tax_needs_its_reason_before_it_is_issued(category: TaxCategory) -> None:
    silent = replace(LINE, tax_category=category, tax_reason="  ")
    assert [field for field, _ in tax_problems(silent)] == ["tax_reason"]
    assert tax_problems(replace(silent, tax_reason="Article 44")) == []


def test_a_zero_rate_needs_no_reason() -> None:
    assert tax_problems(LINE) == []


def test_the_standard_category_needs_a_rate() -> None:
    standard = replace(LINE, tax_category=TaxCategory.STANDARD)
    assert [field for field, _ in tax_problems(standard)] == ["tax_rate"]
    assert tax_problems(replace(standard, tax_rate=Decimal("7.7"))) == []


@pytest.mark.parametrize("category", [TaxCategory.ZERO, *WITHOUT_TAX])
def test_no_other_category_has_a_rate(category: TaxCategory) -> None:
    taxed = replace(LINE, tax_category=category, tax_rate=Decimal(19), tax_reason="Article 44")
    assert [field for field, _ in tax_problems(taxed)] == ["tax_rate"]


def test_a_credit_in_thirds_takes_back_the_whole_tax() -> None:
    credited = taxed = Decimal(0)
    parts = []
    for part in map(Decimal, ("33.33", "33.33", "33.34")):
        parts.append(credit_tax(credited, part, Decimal(19), taxed, "EUR"))
        credited += part
        taxed += parts[-1]
    assert [str(part) for part in parts] == ["6.33", "6.34", "6.33"]
    assert taxed == Decimal("19.00")
