"""The taxes that a new workspace starts with."""

from decimal import Decimal

import pytest

from domain.documents import TaxCategory
from domain.documents.taxes import rate_problem
from domain.workspace import check_taxes, default_taxes

COUNTRIES = ("AT", "CH", "DE", "DK", "FI", "FR", "GB", "IE", "JP", "NO", "PL", "SG", "US", "ZZ")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_list_can_be_used_as_it_is(country: str) -> None:
    taxes = default_taxes(country)
    check_taxes(taxes)
    for tax in taxes:
        category = TaxCategory(tax.category)
        assert rate_problem(category, tax.rate) is None
        assert bool(tax.reason) or not category.needs_reason


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_list_says_why_no_tax_may_be_due(country: str) -> None:
    categories = {tax.category for tax in default_taxes(country)}
    assert categories >= {"zero", "reverse_charge", "export"}
    assert ("intra_eu" in categories) == (country in {"AT", "DE", "DK", "FI", "FR", "IE", "PL"})


@pytest.mark.parametrize(
    ("country", "rates"),
    [
        ("DE", ["19", "7"]),
        ("AT", ["20", "10", "13"]),
        ("FR", ["20", "10", "5.5", "2.1"]),
        ("GB", ["20", "5"]),
        ("CH", ["8.1", "2.6", "3.8"]),
        ("US", []),
    ],
)
def test_the_rates_are_those_of_the_country(country: str, rates: list[str]) -> None:
    taxed = [tax for tax in default_taxes(country) if tax.category == "standard"]
    assert [tax.rate for tax in taxed] == [Decimal(rate) for rate in rates]


def test_where_no_tax_is_known_sales_are_outside_of_it() -> None:
    [default] = [tax for tax in default_taxes("US") if tax.default]
    assert default.category == "outside"
