"""Ids rise in the order of the commits: who has read up to one misses none before it."""

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from api.database import Database, settle
from domain import events
from domain.calendar import Moment
from domain.events import EventRepository
from domain.products import Product
from domain.users import SYSTEM
from tests.conftest import MONDAY_NOON

MOMENT = Moment(MONDAY_NOON, "UTC")
PATIENCE = 20.0


@pytest.fixture
def other(database_url: str) -> Iterator[Database]:
    """The same database as another process sees it."""
    made = Database(database_url)
    yield made
    made.close()


def product(name: str) -> Product:
    """Something to write."""
    return Product(name=name, code=None, currency="EUR", created_at=MOMENT.now)


def add(database: Database, *names: str) -> None:
    """Add products in one transaction."""
    with database.writing(SYSTEM, MOMENT) as session:
        session.add_all([product(name) for name in names])


def add_one_by_one(database: Database, names: list[str]) -> None:
    """Add products, each in a transaction of its own."""
    for name in names:
        add(database, name)


def last(database: Database) -> int:
    """The id up to which somebody would have read who reads now."""
    with database.reading(SYSTEM, MOMENT) as session:
        return EventRepository(session).kept().last


def read(database: Database, after: int) -> tuple[int, int]:
    """The new place of somebody who reads now, and how much there was to read."""
    with database.reading(SYSTEM, MOMENT) as session:
        found = EventRepository(session)
        place = found.kept().last
        return place, len(found.between(after, place))


def wait_until_blocked(database: Database) -> None:
    """Wait until a transaction waits for the turn to draw ids; SQLite lets none so far."""
    if database.is_sqlite:
        return
    blocked = text("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    end = time.monotonic() + PATIENCE
    with database.reading_engine.connect() as connection:
        while connection.execute(blocked).first() is None:
            assert time.monotonic() < end


def test_a_transaction_that_commits_late_is_not_lost(database: Database, other: Database) -> None:
    place = last(database)
    with database.session(SYSTEM, MOMENT, writes=True) as late:
        late.add(product("Late"))
        settle(late)
        events.write(late, MOMENT.now)  # It has its id, and is not committed yet.
        quick = threading.Thread(target=add, args=(other, "Quick"))
        quick.start()
        wait_until_blocked(database)
        assert read(database, place) == (place, 0)
        late.commit()
    quick.join(PATIENCE)
    assert read(database, place) == (place + 2, 2)


def test_whoever_reads_meanwhile_reads_each_event_once(database: Database, other: Database) -> None:
    writers = [
        threading.Thread(
            target=add_one_by_one,
            args=((database, other)[number % 2], [f"{number}-{n}" for n in range(10)]),
        )
        for number in range(6)
    ]
    for writer in writers:
        writer.start()
    place, seen = 0, 0
    while any(writer.is_alive() for writer in writers):
        place, found = read(database, place)
        seen += found
    _, found = read(database, place)
    assert seen + found == 60


def test_an_import_does_not_hold_others_up(database: Database, other: Database) -> None:
    """A long transaction takes its turn when nothing but its commit is left."""
    if database.is_sqlite:
        return
    with database.session(SYSTEM, MOMENT, writes=True) as long:
        long.add(product("Long"))
        settle(long)
        add(other, "Quick")
        assert read(database, 0)[1] == 1


def add_and_fail(database: Database) -> None:
    """Write something in a transaction that then fails."""
    with database.writing(SYSTEM, MOMENT) as session:
        session.add(product("Spoiled"))
        settle(session)
        raise ZeroDivisionError


def test_what_is_rolled_back_is_not_told(database: Database) -> None:
    with database.trying(SYSTEM, MOMENT) as session:
        session.add(product("Tried"))
    with pytest.raises(ZeroDivisionError):
        add_and_fail(database)
    assert last(database) == 0


def test_an_id_is_never_used_again(database: Database) -> None:
    add(database, "One", "Two")
    before = last(database)
    with database.engine.begin() as connection:
        connection.execute(text("DELETE FROM events"))
    add(database, "Three")
    assert last(database) == before + 1


def test_of_very_many_events_only_the_nouns_are_told(database: Database) -> None:
    for number in range(6):
        add(database, *(f"{number}-{n}" for n in range(20)))
    with database.reading(SYSTEM, MOMENT) as session:
        (told,) = EventRepository(session).between(0, 200)
    assert (told.id, told.noun, told.record_id, told.version) == (120, "product", None, None)
