"""What reading a file yields: rows, and the errors that keep a record from being one."""

from hashlib import blake2b
from typing import NamedTuple

from api.imports.reading.targets import CLOSE_DATE


class Row(NamedTuple):
    """One record: the line it begins on, the text of every field not blank, and all its cells."""

    line: int
    values: dict[str, str]
    raw: list[str]

    @property
    def fingerprint(self) -> str:
        """The same for two rows whose fields read the same, wherever the columns stand."""
        told = "\x1e".join(f"{field}\x1f{text}" for field, text in sorted(self.values.items()))
        return blake2b(told.encode(), digest_size=16).hexdigest()


class RowError(NamedTuple):
    """A record that cannot be read: line, column heading ("" for the whole line), value, why."""

    line: int
    column: str
    value: str
    message: str


def by_outcome(values: dict[str, str], is_closed: bool) -> dict[str, str]:
    """Give a row's one close date to the field that its stage calls for."""
    if CLOSE_DATE not in values:
        return values
    field = "closed_at" if is_closed else "expected_close_on"
    rest = {name: text for name, text in values.items() if name != CLOSE_DATE}
    return rest | {field: values[CLOSE_DATE]}
