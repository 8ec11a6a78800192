"""What earlier imports wrote: the same row is known again, and later edits by people stay."""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from domain.entity import Root
from domain.imports.additions import Additions
from domain.imports.model import ImportedRow
from domain.imports.rows import GivenRow
from domain.users import Viewer


class _Known(NamedTuple):
    id: UUID
    match_key: str
    record_id: UUID
    mark: str


class Remembered:
    """The rows of earlier imports that the rows of one batch may be, among what the viewer may see.

    A record that the viewer may not see is not found by its key. Where such a row is taken in
    again, it is remembered under a key of the viewer's own.
    """

    def __init__(
        self, session: Session, viewer: Viewer, target: str, entity: type[Root], keys: Iterable[str]
    ) -> None:
        self._session, self._target, self._entity = session, target, entity
        self._own = f"@{viewer.user_id}"
        self._updates: list[dict[str, Any]] = []
        self._known = self._found(keys)
        visible = self._visible(known.record_id for known in self._known.values())
        self._hidden = {key for key, known in self._known.items() if known.record_id not in visible}
        if self._hidden:
            self._look_under_own_keys()

    def record_of(self, key: str) -> UUID | None:
        """The record that a row wrote before."""
        known = self._known.get(key)
        return known.record_id if known and key not in self._hidden else None

    def is_unchanged(self, key: str, mark: str) -> bool:
        """Whether the row said the same when it was last imported."""
        known = self._known.get(key)
        return known is not None and known.mark == mark and key not in self._hidden

    def values(self, records: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
        """What imports last wrote into each record, by field; the latest one's word counts."""
        statement = (
            select(ImportedRow.record_id, ImportedRow.values)
            .where(ImportedRow.record_id.in_(records), ImportedRow.target == self._target)
            .order_by(ImportedRow.id)
        )
        return dict(self._session.execute(statement).all())

    def keep(
        self, row: GivenRow, record_id: UUID, values: dict[str, Any], additions: Additions
    ) -> None:
        """Remember what a row wrote into which record."""
        known = self._known.get(row.key)
        said: dict[str, Any] = {"record_id": record_id, "mark": row.mark, "values": values}
        if known is not None and row.key not in self._hidden:
            self._updates.append({"id": known.id, **said})
            return
        key = row.key + self._own if row.key in self._hidden else row.key
        additions.put(ImportedRow, {"target": self._target, "match_key": key, **said})

    def write(self) -> None:
        """Write what changed of rows that were known."""
        if self._updates:
            self._session.execute(
                update(ImportedRow), self._updates, execution_options={"history": False}
            )

    def _found(self, keys: Iterable[str]) -> dict[str, _Known]:
        statement = select(
            ImportedRow.id, ImportedRow.match_key, ImportedRow.record_id, ImportedRow.mark
        ).where(ImportedRow.target == self._target, ImportedRow.match_key.in_(list(keys)))
        return {row[1]: _Known(*row) for row in self._session.execute(statement)}

    def _visible(self, ids: Iterable[UUID]) -> set[UUID]:
        entity = self._entity
        return set(self._session.scalars(select(entity.id).where(entity.id.in_(list(ids)))))

    def _look_under_own_keys(self) -> None:
        found = self._found(key + self._own for key in self._hidden)
        for own_key, known in found.items():
            key = own_key.removesuffix(self._own)
            self._known[key] = known
            self._hidden.discard(key)
