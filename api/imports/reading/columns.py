"""Which columns of a file feed which fields, settled once before the first row is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.imports.reading.context import Found, fields_given, ranked, settle
from api.imports.reading.mapping import explicit_columns
from api.imports.reading.synonyms import role_of, without_unit
from api.imports.reading.targets import NAME_PARTS, PERSON_FIELDS, WITH_FALLBACKS, Target
from domain.errors import Invalid


@dataclass(frozen=True, slots=True)
class Feed:
    """A field and its columns: the first that is not blank wins; parts are joined where all are."""

    field: str
    columns: tuple[int, ...]
    parts: tuple[int, ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        return self.columns + self.parts


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a file and what becomes of each column."""

    headings: tuple[str, ...]
    feeds: tuple[Feed, ...]
    left_out: frozenset[int]

    @property
    def mapped(self) -> dict[str, str]:
        """The field that each mapped heading feeds, in the file's order."""
        by_column = {column: feed.field for feed in self.feeds for column in feed.all}
        return {self.headings[column]: by_column[column] for column in sorted(by_column)}

    @property
    def unmapped(self) -> list[str]:
        """The headings that feed nothing and were not left out on purpose, in the file's order."""
        used = {column for feed in self.feeds for column in feed.all} | self.left_out
        return [name for i, name in enumerate(self.headings) if name and i not in used]

    def currencies(self, field: str) -> frozenset[str]:
        """The currencies that a heading such as `Amount (EUR)` names for its field."""
        columns = next((feed.columns for feed in self.feeds if feed.field == field), ())
        return without_unit(self.headings[columns[0]])[1] if columns else frozenset()


def match(headings: Sequence[str], mapping: Mapping[str, str], target: Target) -> Columns:
    """Match headings to fields by name; what the caller maps goes before everything else.

    Refused are a mapping that names an unknown field or column, and a file of which no column is
    recognised.
    """
    explicit = explicit_columns(headings, mapping, target)
    given = fields_given(explicit)
    found = settle(target, _recognised(headings, explicit, target), given)
    feeds = [*_given_feeds(explicit, target), *_found_feeds(found, given, target)]
    if not feeds:
        raise Invalid("file", _nothing_recognised(headings, target))
    left_out = frozenset(column for column, field in explicit.items() if field is None)
    return Columns(tuple(headings), tuple(feeds), left_out)


def _recognised(
    headings: Sequence[str], explicit: Mapping[int, str | None], target: Target
) -> Found:
    matches = (
        (column, role.name, role.rank)
        for column, heading in enumerate(headings)
        if column not in explicit and (role := role_of(heading, target))
    )
    return ranked(matches)


def _given_feeds(explicit: Mapping[int, str | None], target: Target) -> list[Feed]:
    """Several columns given for a name are its parts, others are fallbacks, both in file order."""
    feeds = []
    for field in sorted(fields_given(explicit)):
        columns = tuple(sorted(column for column, name in explicit.items() if name == field))
        is_joined = field == PERSON_FIELDS.get(target) and len(columns) > 1
        feeds.append(Feed(field, (), columns) if is_joined else Feed(field, columns))
    return feeds


def _found_feeds(found: Found, given: set[str], target: Target) -> list[Feed]:
    person = PERSON_FIELDS.get(target)
    parts = tuple(found[part][0][1] for part in NAME_PARTS if part in found)
    feeds = []
    for role, ranks in found.items():
        if role in NAME_PARTS or role in given or role == person:
            continue
        columns = tuple(column for _, column in ranks)
        feeds.append(Feed(role, columns if role in WITH_FALLBACKS else columns[:1]))
    if person and person not in given and (parts or person in found):
        whole = tuple(column for _, column in found.get(person, [])[:1])
        feeds.append(Feed(person, whole, parts))
    return feeds


def _nothing_recognised(headings: Sequence[str], target: Target) -> str:
    shown = ", ".join(name for name in headings if name)[:500]
    return (
        f"None of the columns was recognised as a field of {target.value}. "
        f"The first row should hold the headings; it reads: {shown}. "
        "Name columns with map[Their Header]=field."
    )
