"""What may change of a workspace, and what may not once there is business in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.errors import FieldProblem, Invalid, RuleViolation
from domain.numbering import check_format
from domain.workspace.founding import zone_problem
from domain.workspace.model import Tax, Workspace

_FORMATS = ("quote_number_format", "invoice_number_format", "credit_note_number_format")


class CurrencyInUse(RuleViolation):
    """Leads, products or documents carry amounts in the workspace's currency."""


class TimeZoneInUse(RuleViolation):
    """The days of leads or documents were counted in the workspace's time zone."""


def change_workspace(workspace: Workspace, given: Mapping[str, Any], *, in_use: bool) -> None:
    """Set the attributes that are given; `in_use` says that there is business in the workspace.

    Then its currency stays, and its time zone too: every record keeps its days as the old zone
    counted them, and months that were reported would change.
    """
    if in_use:
        _refuse_another_basis(workspace, given)
    if problem := zone_problem(given.get("time_zone", workspace.time_zone)):
        raise Invalid("time_zone", problem)
    for field in _FORMATS:
        check_format(given.get(field, getattr(workspace, field)), field)
    if "taxes" in given:
        check_taxes(given["taxes"])
    for name, value in given.items():
        setattr(workspace, name, value)


def check_taxes(taxes: Sequence[Tax]) -> None:
    """Refuse a list of taxes without exactly one default, or with a name twice."""
    problems, names = [], set()
    for place, tax in enumerate(taxes):
        if tax.name.casefold() in names:
            problems.append(FieldProblem(f"taxes.{place}.name", "Give each tax its own name."))
        names.add(tax.name.casefold())
    if sum(tax.default for tax in taxes) != 1:
        problems.append(FieldProblem("taxes", "Mark exactly one tax as the default."))
    if problems:
        raise Invalid(problems=tuple(problems))


def _refuse_another_basis(workspace: Workspace, given: Mapping[str, Any]) -> None:
    if given.get("currency", workspace.currency) != workspace.currency:
        raise CurrencyInUse(
            f"Leads, products or documents carry amounts in {workspace.currency}, so the currency "
            "stays as it is."
        )
    if given.get("time_zone", workspace.time_zone) != workspace.time_zone:
        raise TimeZoneInUse(
            f"Leads or documents have days that were counted in {workspace.time_zone}, so the time "
            "zone stays as it is."
        )
