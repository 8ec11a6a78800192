"""A new workspace: the company with its zone, its currency and the taxes of its country."""

from functools import cache
from zoneinfo import available_timezones

from domain.errors import FieldProblem, Invalid
from domain.money import is_currency
from domain.workspace.address import Address
from domain.workspace.model import Workspace
from domain.workspace.taxes import default_taxes


@cache
def time_zones() -> frozenset[str]:
    """The names of the world's time zones."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


def zone_problem(name: str) -> str | None:
    """Why a name is no time zone, in words that show what one looks like."""
    if name in time_zones():
        return None
    return "There is no such time zone. Give an IANA name, for example Europe/Berlin."


def new_workspace(company_name: str, country: str, currency: str, time_zone: str) -> Workspace:
    """The workspace of a company, ready to be filled in; what cannot be taken is named at once."""
    found = [("time_zone", zone_problem(time_zone))]
    if not is_currency(currency):
        found.append(("currency", "Give an ISO 4217 currency code, for example EUR."))
    problems = tuple(FieldProblem(field, problem) for field, problem in found if problem)
    if problems:
        raise Invalid(problems=problems)
    workspace = Workspace(
        name=company_name,
        currency=currency,
        time_zone=time_zone,
        address=Address(country=country),
    )
    workspace.taxes = default_taxes(country)
    return workspace
