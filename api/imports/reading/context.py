"""What Name, Title, Subject, Status and Close Date mean beside the other columns of a file."""

from collections.abc import Iterable, Mapping

from api.imports.reading.targets import CLOSE_DATE, STATUS, Target

# Per role the columns that may play it, as (rank, column), best first.
Found = dict[str, list[tuple[int, int]]]

_OF_A_DEAL = ("stage", "status", "value", "close_date", "expected_close_on", "closed_at", "source")
_OF_A_PRICED_DEAL = ("value", "close_date", "expected_close_on", "closed_at")


def settle(target: Target, found: Found, given: Iterable[str]) -> Found:
    """Turn roles that depend on the file into fields; `given` are fields that the caller mapped."""
    settled = dict(found)
    if target is Target.LEADS:
        present = {*found, *given}
        _settle_titles(settled, present)
        _settle_name(settled, present)
        _settle_close_date(settled, present)
        _settle_status(settled, present)
    elif target in (Target.CONTACTS, Target.USERS):
        _settle_family_name(settled, "name")
    return {role: columns for role, columns in settled.items() if columns}


def _settle_titles(found: Found, present: set[str]) -> None:
    """Beside first and last names a Title is a salutation or a job, unless the row has a price."""
    of_a_person = bool(present & {"first", "last"})
    if of_a_person and not present & set(_OF_A_PRICED_DEAL):
        found.pop("title_or_salutation", None)
        found["title"] = [named for named in found.get("title", []) if named[0] > 0]
    if of_a_person and not present & set(_OF_A_DEAL):
        found.pop("topic", None)
    _move(found, "title_or_salutation", "title")
    _move(found, "topic", "title")


def _settle_name(found: Found, present: set[str]) -> None:
    """A Name is the person's where a row reaches a person or tells of no deal, else the deal's."""
    _settle_family_name(found, "name_of_somebody")
    if "name_of_somebody" not in found:
        return
    has_person = "contact_name" in present
    reaches_a_person = bool(present & {"first", "last", "contact_email", "contact_phone"})
    of_a_deal = bool(present & {*_OF_A_PRICED_DEAL, "stage"})
    if not has_person and (reaches_a_person or not of_a_deal or found.get("title")):
        _move(found, "name_of_somebody", "contact_name")
    elif not found.get("title") and "title" not in present:
        _move(found, "name_of_somebody", "title")
    else:
        del found["name_of_somebody"]


def _settle_family_name(found: Found, role: str) -> None:
    """Beside a first name alone (Vorname, Name) the Name is the family's."""
    if "first" in found and "last" not in found and role in found:
        _move(found, role, "last")


def _settle_close_date(found: Found, present: set[str]) -> None:
    """A close date is expected or past as the stage says; beside one of the two, the other one."""
    expected, closed = "expected_close_on" in present, "closed_at" in present
    if CLOSE_DATE in found and (expected or closed):
        columns = found.pop(CLOSE_DATE)
        if not (expected and closed):
            found["closed_at" if expected else "expected_close_on"] = columns


def _settle_status(found: Found, present: set[str]) -> None:
    """A status alone is the stage; beside a stage it only says whether the deal is won or lost."""
    if "stage" not in present:
        _move(found, STATUS, "stage")


def _move(found: Found, role: str, to: str) -> None:
    found[to] = sorted([*found.get(to, []), *found.pop(role, [])])


def ranked(matches: Iterable[tuple[int, str, int]]) -> Found:
    """Gather (column, role, rank) by role, the better names and the earlier columns first."""
    found: Found = {}
    for column, role, rank in matches:
        found.setdefault(role, []).append((rank, column))
    return {role: sorted(columns) for role, columns in found.items()}


def fields_given(explicit: Mapping[int, str | None]) -> set[str]:
    """The fields that the caller mapped a column to."""
    return {field for field in explicit.values() if field is not None}
