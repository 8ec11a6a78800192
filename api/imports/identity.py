"""By what a row is known again: an id of its system, what the world calls its record, or itself."""

from typing import NamedTuple

from api.imports.facts import LONGEST_LINE
from api.imports.options import EMAIL_FIELDS, Match, Options
from api.imports.reading import Row, Table, Target
from api.imports.reading.values import ValueProblem, email
from api.imports.seen import Seen
from domain.search import folded


class Candidate(NamedTuple):
    """A row with its key, and the mark of all that it says."""

    row: Row
    key: str
    mark: str


class Identity:
    """Gives each row of a file its key; rows that are known by nothing else are counted."""

    def __init__(self, table: Table, target: Target, options: Options, seen: Seen) -> None:
        self._target, self._match, self._seen = target, options.match, seen
        self._reading = options.reading_mark
        if options.match is None and "external_id" in table.fields:
            self._match = Match.EXTERNAL_ID

    def of(self, row: Row) -> Candidate:
        """A row and by what it is known again."""
        fingerprint = row.fingerprint
        key = self._named(row.values)
        if key is None or len(key) > 2 * LONGEST_LINE:
            key = f"row:{fingerprint}:{self._seen.count(fingerprint)}"
        return Candidate(row, key, f"{fingerprint}{self._reading}")

    def field_of(self, candidate: Candidate) -> str:
        """The field that holds what a row is known again by."""
        kind = candidate.key.partition(":")[0]
        return {"id": "external_id", "email": EMAIL_FIELDS.get(self._target, "")}.get(kind, kind)

    def _named(self, values: dict[str, str]) -> str | None:
        if self._match is Match.ROW:
            return None
        if self._match is Match.EXTERNAL_ID and "external_id" in values:
            return f"id:{' '.join(values['external_id'].split())}"
        if self._match is Match.EMAIL or self._target is not Target.LEADS:
            return self._addressed(values) or self._called(values)
        return None

    def _addressed(self, values: dict[str, str]) -> str | None:
        written = values.get(EMAIL_FIELDS.get(self._target, ""), "")
        try:
            return f"email:{email(written).lower()}" if written else None
        except ValueProblem:
            return None

    def _called(self, values: dict[str, str]) -> str | None:
        if self._target is Target.PRODUCTS and "code" in values:
            return f"code:{' '.join(values['code'].split())}"
        if self._target is Target.PRODUCTS and "name" in values:
            return f"name:{' '.join(values['name'].split())}"
        if self._target in (Target.COMPANIES, Target.USERS) and "name" in values:
            return f"name:{folded(' '.join(values['name'].split()))}"
        return None
