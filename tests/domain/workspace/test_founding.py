"""Founding a workspace, and what of it may change."""

from decimal import Decimal

import pytest

from domain.errors import Invalid
from domain.workspace import (
    CurrencyInUse,
    Tax,
    TimeZoneInUse,
    Workspace,
    change_workspace,
    check_taxes,
    new_workspace,
    time_zones,
)


@pytest.fixture
def workspace() -> Workspace:
    return new_workspace("Fjord & Finch", "DE", "EUR", "Europe/Berlin")


def fields_of(refusal: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.field for problem in refusal.value.problems]


def test_a_new_workspace_has_the_address_and_taxes_of_its_country(workspace: Workspace) -> None:
    assert workspace.address.country == "DE"
    assert workspace.taxes[0].rate == Decimal(19)


def test_everything_that_cannot_be_taken_is_named_at_once() -> None:
    with pytest.raises(Invalid) as refusal:
        new_workspace("Fjord & Finch", "DE", "XXX", "Mars/Olympus")
    assert sorted(fields_of(refusal)) == ["currency", "time_zone"]


def test_the_world_has_its_zones_and_no_others() -> None:
    assert {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/New_York"} <= time_zones()
    assert not {"localtime", "Factory", "posix/Europe/Berlin", ""} & time_zones()


def test_the_currency_stays_once_there_is_business(workspace: Workspace) -> None:
    change_workspace(workspace, {"currency": "CHF"}, in_use=False)
    with pytest.raises(CurrencyInUse, match="CHF"):
        change_workspace(workspace, {"currency": "EUR"}, in_use=True)
    change_workspace(workspace, {"currency": "CHF"}, in_use=True)


def test_the_time_zone_stays_once_there_is_business(workspace: Workspace) -> None:
    with pytest.raises(TimeZoneInUse, match="Europe/Berlin"):
        change_workspace(workspace, {"time_zone": "UTC"}, in_use=True)
    change_workspace(workspace, {"time_zone": "UTC"}, in_use=False)
    assert workspace.time_zone == "UTC"


def test_a_refused_change_leaves_everything_as_it_was(workspace: Workspace) -> None:
    with pytest.raises(Invalid) as refusal:
        change_workspace(workspace, {"name": "Other", "invoice_number_format": "INV"}, in_use=False)
    assert fields_of(refusal) == ["invoice_number_format"]
    assert workspace.name == "Fjord & Finch"


@pytest.mark.parametrize("defaults", [0, 2])
def test_exactly_one_tax_is_the_default(defaults: int) -> None:
    taxes = [Tax(f"Tax {n}", Decimal(7), "standard", default=n < defaults) for n in range(3)]
    with pytest.raises(Invalid) as refusal:
        check_taxes(taxes)
    assert fields_of(refusal) == ["taxes"]


def test_two_taxes_do_not_share_a_name() -> None:
    taxes = [Tax("Normal", Decimal(7), "standard", default=True), Tax("NORMAL", Decimal(0), "zero")]
    with pytest.raises(Invalid) as refusal:
        check_taxes(taxes)
    assert fields_of(refusal) == ["taxes.1.name"]
