"""What a failing statement means to the caller, where it is not our fault."""

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from domain.errors import Refusal, RuleViolation, Stale
from domain.leads import ExternalIdTaken
from domain.products import ProductCodeTaken
from domain.users import AddressTaken


class Passing(RuleViolation):
    """A refusal that may be gone at the next try, so that the request is tried again first."""


class Conflict(Passing):
    """Somebody else changed the same records at the same moment."""


class Busy(RuleViolation):
    """Another request holds what this one needs."""


class Unreachable(Passing):
    """The connection to the database broke before anything was kept."""


_TAKEN = {
    "leads.external_id": ExternalIdTaken("Another lead carries this external id."),
    "users.email": AddressTaken("Another user signs in with this address."),
    "products.code": ProductCodeTaken("Another product has this code."),
}
"""Unique columns whose violation has a name of its own: also where the other record is hidden."""


def from_database(error: Exception) -> Refusal | None:
    """What a failing statement means to the caller, where it is not our fault."""
    if isinstance(error, StaleDataError):
        return Stale()
    if isinstance(error, IntegrityError):
        for column, taken in _TAKEN.items():
            if column in str(error.orig) or f"uq_{column.replace('.', '_')}" in str(error.orig):
                return taken
        return Conflict(_CHANGED)
    return _from_operation(error) if isinstance(error, OperationalError) else None


_CHANGED = "Somebody changed the same records at the same moment. Read them again and retry."


def _from_operation(error: OperationalError) -> Refusal | None:
    text = str(error.orig).lower()
    if error.connection_invalidated:
        return Unreachable("The connection to the database broke. Try again in a moment.")
    if "deadlock" in text or "could not serialize" in text:
        return Conflict(_CHANGED)
    if "lock" in text:
        return Busy("Another request holds these records. Try again in a moment.")
    return None
