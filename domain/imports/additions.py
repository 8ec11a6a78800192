"""New records of a batch, written with their history in one statement per table.

Flushing them one by one would cost several times as much; what the audit log and the search say of
them is the same.
"""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from domain import events
from domain.calendar import local_day
from domain.customers import Company, Contact
from domain.entity import Entity, Root, new_id
from domain.history import AuditEntry, Recorder, plain
from domain.imports.bulk import write_rows
from domain.imports.model import ImportedRow
from domain.leads import Activity, Lead, LeadTag, StageChange
from domain.products import Product
from domain.search import SearchText, words
from domain.users import User

E = TypeVar("E", bound=Entity)

# Parents first: the database checks each reference when its row is written.
ORDER: tuple[type[Entity], ...] = (
    User, Company, Contact, Product, Lead, StageChange, Activity, LeadTag, SearchText, ImportedRow,
    AuditEntry,
)  # fmt: skip


class Additions:
    """Collects new records; `write` inserts them, each root with its entry in the audit log."""

    def __init__(self, session: Session, details: dict[str, Any]) -> None:
        self.session, self._details = session, details
        self._records: dict[type[Entity], list[Entity]] = {}
        self._rows: dict[type[Entity], list[dict[str, Any]]] = {}

    def add(self, record: E, *found_by: str | None) -> E:
        """Keep a new record for the next `write`, with the texts that it is found by."""
        self._records.setdefault(type(record), []).append(record)
        if found_by:
            assert isinstance(record, Root)
            text = " ".join(words(*found_by))
            self.put(SearchText, {"entity": record.noun, "entity_id": record.id, "words": text})
        return record

    def put(self, entity: type[Entity], values: dict[str, Any]) -> None:
        """Keep a new row of something that has no life of its own."""
        self._rows.setdefault(entity, []).append({"id": new_id(), **values})

    def write(self) -> None:
        """Insert what was collected."""
        recorder: Recorder = self.session.info["recorder"]
        signature = _signature(recorder)
        with self.session.no_autoflush:
            for entity in ORDER:
                records = self._records.pop(entity, [])
                if issubclass(entity, Root):
                    for record in records:
                        record.updated_at = recorder.now  # type: ignore[attr-defined]
                        self.put(AuditEntry, {**signature, **self._told_of(record)})
                        events.note(self.session, record, "created")  # type: ignore[arg-type]
                rows = [_values(record, _written(entity)) for record in records]
                write_rows(self.session, entity, rows)
                write_rows(self.session, entity, self._rows.pop(entity, []))
        assert not self._records
        assert not self._rows

    def _told_of(self, record: Any) -> dict[str, Any]:
        """What the audit log says of a new record: its words, and every fact that is not empty."""
        words = record.__dict__.pop("_announced", None) or [(f"{record.noun}.created", {})]
        details = dict(self._details)
        for _, told in words:
            details.update(told)
        entity: type[Entity] = type(record)
        after = _values(record, _audited(entity))
        return {
            "action": words[-1][0],
            "entity": record.noun,
            "entity_id": record.id,
            "lead_id": record.id if isinstance(record, Lead) else getattr(record, "lead_id", None),
            "before": {},
            "after": {
                name: value if type(value) is str else plain(value)
                for name, value in after.items()
                if value is not None
            },
            "details": plain(details),
        }


def _signature(recorder: Recorder) -> dict[str, Any]:
    """Who and when, the same in every entry of a batch."""
    return {
        "at": recorder.now,
        "on_day": local_day(recorder.now, recorder.time_zone),
        "actor_id": recorder.viewer.user_id,
        "actor_name": recorder.viewer.name,
        "key_id": recorder.viewer.key_id,
        "key_name": recorder.viewer.key_name,
    }


def _values(record: Entity, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of some attributes; a default that was never set is asked for."""
    held = record.__dict__
    return {name: held[name] if name in held else getattr(record, name) for name in names}


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
