"""Joins announced acts with changed columns: one entry per act and record, before the commit."""

import enum
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import flag_modified

from domain import events
from domain.calendar import local_day
from domain.entity import Entity, Part, Root, new_id
from domain.history.model import AuditEntry
from domain.users import Viewer

Word = tuple[Root, str, dict[str, Any]]


@dataclass(slots=True)
class Act:
    """What happened to one record in this transaction."""

    record: Root
    kind: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


@dataclass
class Recorder:
    """Collects the acts of one session, signed by its viewer at one instant."""

    session: Session
    viewer: Viewer
    now: datetime
    time_zone: str
    acts: dict[UUID, Act] = field(default_factory=dict)
    words: dict[UUID, Word] = field(default_factory=dict)

    def note_flush(self) -> None:
        """Take down what the coming flush will write."""
        self._touch_roots_of_parts()
        for record in self.session.new:
            if isinstance(record, Root):
                self._note(record, "created")
        for record in self.session.dirty:
            if isinstance(record, Root) and self.session.is_modified(record):
                self._note(record, "updated")
        for record in self.session.deleted:
            if isinstance(record, Root):
                self._note(record, "deleted")

    def announce(self, record: Root, action: str, details: dict[str, Any]) -> None:
        """Name what happens to a record; the last word names the whole act, details add up."""
        known = self.words.get(record.id)
        self.words[record.id] = (record, action, {**(known[2] if known else {}), **details})

    def entries(self) -> list[AuditEntry]:
        """The entries of this transaction, and a clean sheet for the next."""
        for record, _, _ in self.words.values():
            self.acts.setdefault(record.id, Act(record, "updated"))
        for act in self.acts.values():
            events.note(self.session, act.record, act.kind)
        written = [self._entry(act) for act in self.acts.values() if self._is_worth_writing(act)]
        self.acts.clear()
        self.words.clear()
        return written

    def _is_worth_writing(self, act: Act) -> bool:
        return act.record.noun != "counter" and bool(
            act.before or act.after or act.record.id in self.words or act.kind == "deleted"
        )

    def _note(self, record: Root, kind: str) -> None:
        if kind != "deleted":
            record.updated_at = self.now
        for action, details in record.__dict__.pop("_announced", ()):
            self.announce(record, action, details)
        act = self.acts.setdefault(record.id, Act(record, kind))
        if kind == "deleted":
            act.kind = kind
        for name, before, after in _changes(record, kind):
            if before is not None:
                act.before.setdefault(name, before)
            if after is not None or name in act.before:
                act.after[name] = after

    def _touch_roots_of_parts(self) -> None:
        touched = [*self.session.new, *self.session.dirty, *self.session.deleted]
        for part in touched:
            if isinstance(part, Part) and (
                part not in self.session.dirty or self.session.is_modified(part)
            ):
                root = getattr(part, part.root_attribute, None) or _former_root(part)
                if root is not None and root not in self.session.deleted:
                    root.updated_at = self.now
                    # The version is to rise also where the same instant is written again.
                    flag_modified(root, "updated_at")

    def _entry(self, act: Act) -> AuditEntry:
        record = act.record
        default: Word = (record, f"{record.noun}.{act.kind}", {})
        _, action, details = self.words.get(record.id, default)
        return AuditEntry(
            id=new_id(),
            at=self.now,
            on_day=local_day(self.now, self.time_zone),
            actor_id=self.viewer.user_id,
            actor_name=self.viewer.name,
            key_id=self.viewer.key_id,
            key_name=self.viewer.key_name,
            action=action,
            entity=record.noun,
            entity_id=record.id,
            lead_id=record.id if record.noun == "lead" else getattr(record, "lead_id", None),
            before=act.before,
            after=act.after,
            details=plain(details),
        )


def attach(session: Session, viewer: Viewer, now: datetime, time_zone: str) -> Recorder:
    """Make a session write down what happens in it."""
    recorder = Recorder(session, viewer, now, time_zone)
    session.info["recorder"] = recorder
    return recorder


def write(session: Session) -> None:
    """Write the entries of this transaction; called once, after the flush and before the commit."""
    recorder: Recorder = session.info["recorder"]
    entries = recorder.entries()
    if entries:
        session.add_all(entries)
        session.flush()


def plain(value: Any) -> Any:
    """A value as JSON holds it: amounts, ids, days and instants as text."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, UUID | date | datetime):
        return value.isoformat() if not isinstance(value, UUID) else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(item) for name, item in asdict(value).items() if item is not None}
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _changes(record: Entity, kind: str) -> list[tuple[str, Any, Any]]:
    state = inspect(record)
    found = []
    for attribute in state.mapper.column_attrs:
        column = attribute.columns[0]
        if column.info.get("audit") is False or attribute.key == "id":
            continue
        if kind == "deleted":
            found.append((attribute.key, plain(state.dict.get(attribute.key)), None))
            continue
        history = state.attrs[attribute.key].history
        if history.added:
            before = history.deleted[0] if history.deleted else None
            if kind == "created" or before != history.added[0]:
                found.append((attribute.key, plain(before), plain(history.added[0])))
    return found


def _former_root(part: Part) -> Any:
    history = inspect(part).attrs[part.root_attribute].history
    return history.deleted[0] if history.deleted else None


@event.listens_for(Session, "before_flush")
def _note_flush(session: Session, context: UOWTransaction, instances: Any) -> None:
    recorder = session.info.get("recorder")
    if recorder is not None:
        recorder.note_flush()


@event.listens_for(Session, "do_orm_execute")
def _refuse_unrecorded_bulk(state: ORMExecuteState) -> None:
    if (state.is_update or state.is_delete) and "history" not in state.execution_options:
        raise RuntimeError(
            "A bulk statement must say what it leaves in the history: execution option `history`."
        )
