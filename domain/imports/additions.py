"""New records of a batch, written with their history in one statement per table.

Flushing them one by one would cost several times as much; what the audit log and the search say of
them is the same.
"""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlalchemy.orm import Session

from domain.calendar import local_day
from domain.customers import Company, Contact
from domain.entity import Entity, Root, new_id
from domain.history import AuditEntry, Recorder, plain
from domain.imports.model import ImportedRow
from domain.leads import Activity, Lead, LeadTag, StageChange
from domain.products import Product
from domain.search import SearchText, words
from domain.users import User

E = TypeVar("E", bound=Entity)

# Parents first: the database checks each reference when its row is written.
ORDER: tuple[type[Entity], ...] = (
    User, Company, Contact, Product, Lead, StageChange, Activity, LeadTag, SearchText, ImportedRow,
)  # fmt: skip


class Additions:
    """Collects new records; `write` inserts them, each root with its entry in the audit log."""

    def __init__(self, session: Session, details: dict[str, Any]) -> None:
        self.session, self._details = session, details
        self._new: dict[type[Entity], list[Entity]] = {}

    def add(self, record: E, *found_by: str | None) -> E:
        """Keep a new record for the next `write`, with the texts that it is found by."""
        self._new.setdefault(type(record), []).append(record)
        if found_by:
            assert isinstance(record, Root)
            text = " ".join(words(*found_by))
            self.add(SearchText(entity=record.noun, entity_id=record.id, words=text))
        return record

    def write(self) -> None:
        """Insert what was collected."""
        recorder: Recorder = self.session.info["recorder"]
        entries: list[dict[str, Any]] = []
        with self.session.no_autoflush:
            for entity in ORDER:
                records = self._new.pop(entity, [])
                if issubclass(entity, Root):
                    entries += [self._entry(record, recorder) for record in records]
                self._insert(entity, [_row(record) for record in records])
            self._insert(AuditEntry, entries)
        assert not self._new

    def _insert(self, entity: type[Entity], rows: list[dict[str, Any]]) -> None:
        if rows:
            self.session.execute(insert(entity), rows, execution_options={"render_nulls": True})

    def _entry(self, record: Any, recorder: Recorder) -> dict[str, Any]:
        record.updated_at = recorder.now
        words = record.__dict__.pop("_announced", None) or [(f"{record.noun}.created", {})]
        details = dict(self._details)
        for _, told in words:
            details.update(told)
        audited = _audited(type(record))  # type: ignore[arg-type]
        after = {name: plain(getattr(record, name)) for name in audited}
        return {
            "id": new_id(),
            "at": recorder.now,
            "on_day": local_day(recorder.now, recorder.time_zone),
            "actor_id": recorder.viewer.user_id,
            "actor_name": recorder.viewer.name,
            "key_id": recorder.viewer.key_id,
            "key_name": recorder.viewer.key_name,
            "action": words[-1][0],
            "entity": record.noun,
            "entity_id": record.id,
            "lead_id": record.id if isinstance(record, Lead) else getattr(record, "lead_id", None),
            "before": {},
            "after": {name: value for name, value in after.items() if value is not None},
            "details": plain(details),
        }


def _row(record: Entity) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _written(type(record))}


@cache
def _written(entity: type[Entity]) -> tuple[str, ...]:
    """The attributes of a new row; what the database numbers itself is left to it."""
    mapper = entity.__mapper__
    return tuple(
        attribute.key for attribute in mapper.column_attrs if attribute.columns[0].identity is None
    )


@cache
def _audited(entity: type[Entity]) -> tuple[str, ...]:
    return tuple(
        attribute.key
        for attribute in entity.__mapper__.column_attrs
        if attribute.columns[0].info.get("audit") is not False and attribute.key != "id"
    )
