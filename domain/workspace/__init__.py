"""The workspace: the company that sells, and the terms it sells on."""

from domain.workspace.address import Address, countries, is_country
from domain.workspace.changing import (
    CurrencyInUse,
    TimeZoneInUse,
    change_workspace,
    check_taxes,
)
from domain.workspace.founding import new_workspace, time_zones
from domain.workspace.model import AlreadySetUp, Tax, Workspace
from domain.workspace.repository import WorkspaceRepository
from domain.workspace.taxes import default_taxes

__all__ = [
    "Address",
    "AlreadySetUp",
    "CurrencyInUse",
    "Tax",
    "TimeZoneInUse",
    "Workspace",
    "WorkspaceRepository",
    "change_workspace",
    "check_taxes",
    "countries",
    "default_taxes",
    "is_country",
    "new_workspace",
    "time_zones",
]
