"""Writing many rows at once, by the quickest way that each database has."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from domain.entity import Entity

Bind = Callable[[Any], Any]


class _Target(NamedTuple):
    """The table and columns of an entity for one database, and how values become its own."""

    table: str
    columns: tuple[str, ...]
    attributes: tuple[tuple[str, Bind | None], ...]

    def bound(self, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
        """The rows as the driver takes them."""
        for row in rows:
            yield tuple(
                [row[name] if bind is None else bind(row[name]) for name, bind in self.attributes]
            )


def write_rows(session: Session, entity: type[Entity], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows with the same attributes each; whoever calls this tells the audit log.

    PostgreSQL takes them as one COPY, which costs half of what single inserts cost there.
    """
    if not rows:
        return
    connection = session.connection()
    target = _target(entity, tuple(rows[0]), connection.dialect)
    listed = f"{target.table} ({', '.join(target.columns)})"
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {listed} FROM STDIN", target.bound(rows))
    else:
        places = ", ".join("?" * len(target.columns))
        statement = f"INSERT INTO {listed} VALUES ({places})"
        connection.exec_driver_sql(statement, list(target.bound(rows)))


def _copy(connection: Connection, statement: str, rows: Iterator[tuple[Any, ...]]) -> None:
    """Copy rows; a constraint that they break is told as SQLAlchemy tells it."""
    driver: Any = connection.connection
    refused = connection.dialect.loaded_dbapi.Error
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except refused as error:
        raise DBAPIError.instance(statement, None, error, refused) from error


@lru_cache(64)
def _target(entity: Any, names: tuple[str, ...], dialect: Dialect) -> _Target:
    mapper = entity.__mapper__
    quote = dialect.identifier_preparer.quote
    columns = [mapper.get_property(name).columns[0] for name in names]
    binds = [column.type.dialect_impl(dialect).bind_processor(dialect) for column in columns]
    return _Target(
        quote(mapper.local_table.name),
        tuple(quote(column.name) for column in columns),
        tuple(zip(names, binds, strict=True)),
    )
