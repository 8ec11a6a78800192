"""What the caller says about a file and about how its rows are taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from api.imports.reading import Table, Target
from api.imports.reading.values import DayOrder
from domain.errors import Invalid

MOST_ATOMIC = 10_000
EMAIL_FIELDS = {Target.LEADS: "contact_email", Target.CONTACTS: "email", Target.USERS: "email"}


class Match(StrEnum):
    """By what a row is known again."""

    EXTERNAL_ID = "external_id"
    EMAIL = "email"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read and taken in.

    `mapping` names fields by heading, `stages` our stage keys by theirs, `dates` the order of
    ambiguous days.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)
    dates: DayOrder | None = None
    match: Match | None = None
    create_users: bool = False
    atomic: bool = False
    dry_run: bool = False

    @property
    def reading_mark(self) -> str:
        """Stands for everything by which the same text may be read as something else."""
        told = repr((self.dates, sorted(self.stages.items())))
        return blake2b(told.encode(), digest_size=8).hexdigest()

    def check(self, table: Table, target: Target) -> None:
        """Refuse to match by what the file does not tell."""
        wanted = {
            Match.EXTERNAL_ID: "external_id",
            Match.EMAIL: EMAIL_FIELDS.get(target, ""),
        }.get(self.match or Match.ROW)
        if wanted == "":
            raise Invalid("match", f"{target.value.capitalize()} are not matched by e-mail.")
        if wanted and wanted not in table.fields:
            raise Invalid("match", f"No column of the file is {wanted}. Map one to it.")
