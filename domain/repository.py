"""Questions to the database: getting, claiming, and keyset pages."""

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    bindparam,
    func,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from domain.entity import Entity, Root
from domain.errors import NotFound, RuleViolation


class BadCursor(RuleViolation):
    """The cursor is damaged, or belongs to another list, sort or set of filters."""

    def __init__(self) -> None:
        super().__init__(
            "This cursor does not belong to this list with these filters. Start again without one."
        )


@dataclass(frozen=True, slots=True)
class Sort:
    """One allowed order of a list: an indexed not-null key.

    Ties are broken by id in the same direction.
    """

    key: SQLColumnExpression[Any]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page of a list is wanted."""

    limit: int = 50
    cursor: str | None = None
    sort: str = ""
    count: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of rows, and where the next one starts."""

    rows: Sequence[Any]
    next_cursor: str | None
    total: int | None


MAX_PAGE = 200


def every_column(entity: type[Entity]) -> list[Any]:
    """The columns of an entity, its id first, for a list that reads rows."""
    # As attributes of the class: a statement of mere columns is none that the filter reaches.
    return [getattr(entity, column.key) for column in entity.__mapper__.column_attrs]


def holds_any(session: Session, *entities: type[Entity]) -> bool:
    """Whether there is at least one record of any of these kinds."""
    return any(session.execute(select(kind.id).limit(1)).first() for kind in entities)


T = TypeVar("T", bound=Root)


class Repository(Generic[T]):
    """The rows of one noun that the session's viewer may see."""

    entity: type[T]
    sorts: ClassVar[Mapping[str, Sort]] = {}

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, entity: T) -> T:
        """Keep a new record; it is written at the next flush."""
        self.session.add(entity)
        return entity

    def get(self, id: UUID) -> T:
        """Read one record for looking at it."""
        found = self.session.get(self.entity, id)
        if found is None:
            raise NotFound(self.entity.noun.replace("_", " "))
        return found

    def claim(self, id: UUID) -> T:
        """Read one record for changing it; others who claim it wait until this transaction ends."""
        statement = (
            select(self.entity)
            .where(self.entity.id == id)
            .with_for_update(of=self.entity)
            .execution_options(populate_existing=True)
        )
        found = self.session.scalars(statement).one_or_none()
        if found is None:
            raise NotFound(self.entity.noun.replace("_", " "))
        return found

    def page(self, statement: Select[Any], paging: Paging, filters: Mapping[str, Any]) -> Page:
        """One keyset page of a statement whose first column is the record's id."""
        return keyset_page(
            self.session,
            statement,
            self.entity.id,
            self.sorts[paging.sort],
            paging,
            (self.entity.noun, filters),
        )


def keyset_page(
    session: Session,
    statement: Select[Any],
    id: SQLColumnExpression[UUID],
    sort: Sort,
    paging: Paging,
    belongs_to: Any,
) -> Page:
    """One page of a statement whose first column is the record's id.

    It stays right while rows are added.

    `belongs_to` names the list and its filters: a cursor of another list is refused as `BadCursor`.
    """
    turn = Turn.of(paging, belongs_to)
    total = counted(session, statement, id) if paging.count else None
    keyed = keyset(statement, id, sort, goes_on=turn.goes_on)
    return turn.page(session.execute(keyed, turn.values).all(), total)


def keyset(
    statement: Select[Any], id: SQLColumnExpression[UUID], sort: Sort, *, goes_on: bool
) -> Select[Any]:
    """A statement in the order of a sort, from the beginning or after the values of a turn."""
    keyed = statement.add_columns(sort.key.label("sort_key"))
    if goes_on:
        keyed = keyed.where(_after(sort, id))
    keys = (sort.key.desc(), id.desc()) if sort.descending else (sort.key.asc(), id.asc())
    return keyed.order_by(*keys).limit(bindparam("page_rows", type_=Integer()))


@dataclass(frozen=True, slots=True)
class Turn:
    """The turning to one page of a list; `mark` tells the list from all others.

    `values` belong to the statement that `keyset` makes: a row more than the page holds is read,
    which tells whether there is a next one.
    """

    mark: str
    limit: int
    values: dict[str, Any]

    @classmethod
    def of(cls, paging: Paging, belongs_to: Any) -> "Turn":
        """What a caller's paging says; a cursor of another list is refused as `BadCursor`."""
        mark = fingerprint(paging.sort, belongs_to)
        limit = max(1, min(paging.limit, MAX_PAGE))
        values: dict[str, Any] = {"page_rows": limit + 1}
        if paging.cursor:
            values["last_key"], values["last_id"] = _opened(paging.cursor, mark)
        return cls(mark, limit, values)

    @property
    def goes_on(self) -> bool:
        """Whether the page begins after another one."""
        return "last_id" in self.values

    def page(self, rows: Sequence[Any], total: int | None) -> Page:
        """The page that these rows make; their first value is the id, their last the sort key."""
        if len(rows) <= self.limit:
            return Page(rows, None, total)
        last = rows[self.limit - 1]
        return Page(rows[: self.limit], _closed(self.mark, last[-1], last[0]), total)


def counted(
    session: Session,
    statement: Select[Any],
    id: SQLColumnExpression[UUID],
    values: Mapping[str, Any] | None = None,
) -> int:
    """How many records a list has in all."""
    bare = statement.with_only_columns(id, maintain_column_froms=True)
    # What the list is seen through, its count is seen through.
    seen_alike = statement.get_execution_options()
    question = select(func.count()).select_from(bare.subquery()).execution_options(**seen_alike)
    return session.scalar(question, values) or 0


def fingerprint(*parts: Any) -> str:
    """A short mark of a list, its sort and its filters, kept in each cursor."""
    text = json.dumps(parts, default=str, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def _after(sort: Sort, id: Any) -> ColumnElement[bool]:
    ordered: Any = sort.key
    row = tuple_(ordered, id)
    mark = tuple_(bindparam("last_key", type_=ordered.type), bindparam("last_id", type_=id.type))
    return row < mark if sort.descending else row > mark


def _closed(mark: str, key: Any, id: UUID) -> str:
    kind = {datetime: "t", date: "d", Decimal: "n", int: "i"}.get(type(key), "s")
    value = key.isoformat() if kind in "td" else str(key)
    return (
        base64.urlsafe_b64encode(json.dumps([mark, kind, value, str(id)]).encode())
        .decode()
        .rstrip("=")
    )


def _opened(cursor: str, mark: str) -> tuple[Any, UUID]:
    read: dict[str, Callable[[str], Any]] = {
        "t": datetime.fromisoformat,
        "d": date.fromisoformat,
        "n": Decimal,
        "i": int,
        "s": str,
    }
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found, kind, value, id = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        if found == mark:
            return read[kind](value), UUID(id)
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError):
        pass
    raise BadCursor
