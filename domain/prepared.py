"""Questions that are asked with every request: put into SQL once, then sent by the bare driver.

What SQLAlchemy does around a statement costs it more than a small answer costs the database.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import starmap
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.orm import Session

Values = Mapping[str, Any]
Processor = Callable[[Any], Any]
KEPT = 1_000
"""For how many viewers a question keeps its SQL before it begins anew."""


T = TypeVar("T")


class Prepared(Generic[T]):
    """A statement whose values have names (`bindparam`), and what is made of its rows.

    It sees what any statement sees: each viewer's first asking goes the ordinary way, through the
    visibility filter, and what the filter made of it is what is sent for that viewer from then on.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]], shape: Callable[..., T]) -> None:
        self.statement, self.shape = statement, shape
        self._known: dict[Any, _Sql] = {}

    def ask(self, session: Session, values: Values) -> list[T]:
        """The rows for these values, which must name every value of the statement."""
        connection = session.connection()
        known = self._known.get((connection.dialect.name, session.info.get("viewer")))
        if known is None:
            return self._asked_ordinarily(session, values)
        session.flush()
        try:
            rows = known.rows(connection, values)
        except connection.dialect.loaded_dbapi.Error:
            # SQLAlchemy tells a broken connection from a refusal, and takes it out of the pool.
            return self._asked_ordinarily(session, values)
        return list(starmap(self.shape, rows))

    def _asked_ordinarily(self, session: Session, values: Values) -> list[T]:
        result: Any = session.execute(self.statement, dict(values))
        if len(self._known) >= KEPT:
            self._known.clear()
        dialect: Dialect = session.connection().dialect
        found = _Sql.sent(self.statement, result.raw.context, dialect, values)
        self._known[dialect.name, session.info["viewer"]] = found
        return list(starmap(self.shape, result))


@dataclass(frozen=True, slots=True)
class _Sql:
    """A statement as a driver takes it; `fixed` are the values that no asking changes."""

    text: str
    fixed: dict[str, Any]
    order: tuple[str, ...] | None
    writers: tuple[tuple[str, Processor], ...]
    readers: tuple[tuple[int, Processor], ...]

    @classmethod
    def sent(
        cls, statement: Select[*tuple[Any, ...]], context: Any, dialect: Dialect, values: Values
    ) -> "_Sql":
        """What SQLAlchemy has just sent in this context."""
        compiled, given = context.compiled, context.compiled_parameters[0]
        writers = {
            name: processor
            for name in given
            if (processor := _implementation(compiled.binds[name], dialect).bind_processor(dialect))
        }
        columns = enumerate(statement.selected_columns)
        readers = (
            (n, _implementation(column, dialect).result_processor(dialect, None))
            for n, column in columns
        )
        return cls(
            context.statement,
            {n: writers.get(n, _as_it_is)(v) for n, v in given.items() if n not in values},
            tuple(compiled.positiontup) if compiled.positional else None,
            tuple((name, writer) for name, writer in writers.items() if name in values),
            tuple((n, reader) for n, reader in readers if reader is not None),
        )

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """The answer to these values."""
        named = {**self.fixed, **values}
        for name, write in self.writers:
            named[name] = write(named[name])
        with closing(connection.connection.cursor()) as cursor:
            given = named if self.order is None else tuple(named[name] for name in self.order)
            cursor.execute(self.text, given)
            found = cursor.fetchall()
        return [self._read(row) for row in found] if self.readers else list(found)

    def _read(self, row: Any) -> list[Any]:
        read = list(row)
        for n, reader in self.readers:
            read[n] = reader(read[n])
        return read


def _implementation(element: Any, dialect: Dialect) -> Any:
    return element.type.dialect_impl(dialect)


def _as_it_is(value: Any) -> Any:
    return value
