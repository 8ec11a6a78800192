"""Imports: what came in from which file, so that a second run changes nothing."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, Entity, Root, json_column


class Import(Root):
    """One run over one file, with its counts and the first 1,000 errors."""

    __tablename__ = "imports"
    __table_args__ = (Index(None, "created_at", "id"),)
    noun: ClassVar[str] = "import"

    target: Mapped[str]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    by_name: Mapped[str]
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None] = mapped_column(default=None)
    rows: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    created: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    updated: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    unchanged: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    failed: Mapped[int] = mapped_column(default=0, info=BOOKKEEPING)
    report: Mapped[dict[str, Any]] = mapped_column(
        json_column(), default_factory=dict, info=BOOKKEEPING
    )


class RefusedRow(Entity):
    """A row of the file that did not go in, as it stood there, and why."""

    __tablename__ = "refused_rows"
    __table_args__ = (Index(None, "import_id", "line", unique=True),)

    import_id: Mapped[UUID] = mapped_column(ForeignKey("imports.id"))
    line: Mapped[int]
    cells: Mapped[list[str]] = mapped_column(json_column())
    reason: Mapped[str]


class ImportedRow(Entity):
    """What an import last wrote into a record, so that later edits by people stay.

    `match_key` says by what the row is known again. `mark` stands for all that the row said and
    how it was read, so that the same row is recognised without reading its values.
    """

    __tablename__ = "imported_rows"
    __table_args__ = (
        # The key comes first: behind the target PostgreSQL reads every row of it to find a few.
        Index(None, "match_key", "target", unique=True),
        Index(None, "record_id"),
    )

    target: Mapped[str]
    match_key: Mapped[str]
    record_id: Mapped[UUID]
    mark: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(json_column())
