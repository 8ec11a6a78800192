"""Migrations build exactly what the domain maps, on both databases, from empty and with rows."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import (
    JSON,
    Column,
    Engine,
    Integer,
    MetaData,
    Uuid,
    func,
    inspect,
    select,
    text,
)

import migrations
from api.database import Database
from domain.entity import Entity
from tests import postgres
from tests.conftest import sqlalchemy_url

CATALOGUE = {
    "tables and columns": """
        SELECT table_name, column_name, data_type, character_maximum_length, numeric_precision,
               datetime_precision, is_nullable, column_default, is_identity, identity_generation
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "sequences": "SELECT sequence_name, data_type FROM information_schema.sequences",
    "triggers": "SELECT event_object_table, trigger_name FROM information_schema.triggers",
}


# What cannot be reflected is an index over an expression, and no row depends on it.
pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    """Two empty databases of one kind: one for the migrations, one for the mapped classes."""
    names = [f"empty_{uuid4().hex[:12]}" for _ in range(2)]
    server = request.getfixturevalue("server_url")
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path / name}.db" for name in names]
    else:
        urls = [sqlalchemy_url(postgres.create_database(server, name)) for name in names]
    databases = [Database(url) for url in urls]
    yield databases[0].engine, databases[1].engine
    for database, name in zip(databases, names, strict=True):
        database.close()
        postgres.drop_database(server, name)


def catalogue(engine: Engine) -> dict[str, set[Any]]:
    """Everything a database says about its own shape, without what Alembic keeps there."""
    if engine.dialect.name == "sqlite":
        return _sqlite_catalogue(engine)
    with engine.connect() as connection:
        return {
            name: {
                tuple(row)
                for row in connection.execute(text(statement))
                if row[0] != "alembic_version"
            }
            for name, statement in CATALOGUE.items()
        }


def _sqlite_catalogue(engine: Engine) -> dict[str, set[Any]]:
    found: dict[str, set[Any]] = {"statements": set(), "columns": set()}
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master")).all()
        for kind, name, table, statement in rows:
            if "alembic" in table or statement is None:
                continue
            found["statements"].add((kind, name, _parts(statement)))
            if kind == "table":
                columns = connection.execute(text(f'PRAGMA table_xinfo("{name}")'))
                found["columns"] |= {(name, *tuple(column)[1:]) for column in columns}
    return found


def _parts(statement: str) -> tuple[str, ...]:
    """A statement without its layout; a table's columns and constraints in one order."""
    bare = re.sub(r"\s+", " ", statement.replace('"', "")).strip()
    if not bare.startswith("CREATE TABLE"):
        return (bare,)
    head, _, rest = bare.partition("(")
    parts = re.split(r",(?![^(]*\))", rest.strip().removesuffix(")"))
    return (head.strip(), *sorted(part.strip() for part in parts))


def test_from_empty_the_migrations_build_what_the_domain_maps(
    empty: tuple[Engine, Engine],
) -> None:
    migrated, mapped = empty
    migrations.upgrade(migrated)
    with mapped.begin() as connection:
        Entity.metadata.create_all(connection)
    built, wanted = catalogue(migrated), catalogue(mapped)
    assert {name: built[name] - wanted[name] for name in built} == {name: set() for name in built}
    assert {name: wanted[name] - built[name] for name in built} == {name: set() for name in built}


def test_an_empty_database_is_not_current_until_it_is_upgraded(
    empty: tuple[Engine, Engine],
) -> None:
    engine = empty[0]
    assert migrations.present(engine) is None
    assert not migrations.is_current(engine)
    migrations.upgrade(engine)
    assert migrations.present(engine) == migrations.newest()
    assert migrations.is_current(engine)


def test_upgrading_twice_changes_nothing(empty: tuple[Engine, Engine]) -> None:
    engine = empty[0]
    migrations.upgrade(engine)
    before = catalogue(engine)
    migrations.upgrade(engine)
    assert catalogue(engine) == before


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    empty: tuple[Engine, Engine],
) -> None:
    engine = empty[0]
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE leads (id INTEGER)"))
    with pytest.raises(Exception, match="leads"):
        migrations.upgrade(engine)
    assert set(inspect(engine).get_table_names()) == {"leads"}


def test_rows_live_through_every_later_step(empty: tuple[Engine, Engine]) -> None:
    engine = empty[0]
    steps = [
        step.revision for step in ScriptDirectory.from_config(migrations.config()).walk_revisions()
    ]
    first, *later = reversed(steps)
    migrations.upgrade(engine, first)
    _fill(engine)
    counts = _counts(engine)
    assert all(counts.values())
    for step in later:
        migrations.upgrade(engine, step)
    assert {name: count for name, count in _counts(engine).items() if name in counts} == counts
    assert migrations.is_current(engine)


def test_the_steps_are_one_line() -> None:
    script = ScriptDirectory.from_config(migrations.config())
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def _fill(engine: Engine) -> None:
    """One row in every table, every column filled, whatever the tables are at this step."""
    reflected = MetaData()
    with engine.begin() as connection:
        reflected.reflect(connection, views=False, only=_is_ours)
        rows: dict[str, dict[str, Any]] = {}
        for table in reflected.sorted_tables:
            allowed = _allowed_words(inspect(connection).get_check_constraints(table.name))
            rows[table.name] = {
                column.name: _value(column, allowed, rows)
                for column in table.columns
                if not _numbers_itself(column)
            }
            connection.execute(table.insert().values(rows[table.name]))


def _is_ours(name: str, _: MetaData) -> bool:
    return not name.startswith(("alembic", "search_words"))


def _numbers_itself(column: Column[Any]) -> bool:
    return column.primary_key and isinstance(column.type, Integer)


def _allowed_words(checks: list[Any]) -> dict[str, str]:
    """The first allowed word of each column whose words are a closed list."""
    found: dict[str, str] = {}
    for check in checks:
        if match := re.match(r"\W*(\w+).*?\b(?:IN|ANY)\b.*?'(\w+)'", check["sqltext"]):
            found[match[1]] = match[2]
    return found


def _value(column: Column[Any], allowed: dict[str, str], rows: dict[str, dict[str, Any]]) -> Any:
    for key in column.foreign_keys:
        return rows.get(key.column.table.name, {}).get(key.column.name)
    if column.name in allowed:
        return allowed[column.name]
    kind = column.type
    if isinstance(kind, JSON):
        return {}
    if isinstance(kind, Uuid):
        return uuid4()
    return _PLAIN.get(kind.python_type, "text")


_PLAIN: dict[type, Any] = {
    int: 1,
    bool: False,
    bytes: b"x",
    date: date(2026, 11, 23),
    datetime: datetime(2026, 11, 23, 11, tzinfo=UTC),
}


def _counts(engine: Engine) -> dict[str, int]:
    reflected = MetaData()
    with engine.connect() as connection:
        reflected.reflect(connection, only=_is_ours)
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in reflected.sorted_tables
        }
