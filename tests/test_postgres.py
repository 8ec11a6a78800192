"""The throw-away server is ours alone, fast, and gone when the tests are."""

from pathlib import Path

import psycopg
import pytest

from tests import postgres


@pytest.fixture
def named_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)


@pytest.fixture
def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_candidates", lambda: iter(()))


def wheel_alone() -> list[Path]:
    return [place for place in postgres._candidates() if "pginstall" in place.parent.name]


@pytest.mark.usefixtures("named_by_nobody")
def test_a_database_of_the_cluster_is_its_own_and_the_cluster_leaves_nothing() -> None:
    server = postgres.start()
    try:
        first = postgres.create_database(server.url, "first worker")
        postgres.create_database(server.url, "second")
        with psycopg.connect(first) as connection:
            connection.execute("CREATE TABLE lead (title text)")
            shown = connection.execute("SELECT current_database(), current_setting('fsync')")
            assert shown.fetchone() == ("first worker", "off")
            postgres.drop_database(server.url, "second")
    finally:
        server.stop()
    assert server.directory is not None
    assert not server.directory.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.url)


@pytest.mark.usefixtures("named_by_nobody")
def test_a_machine_without_postgresql_takes_the_server_of_the_wheel(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = wheel_alone()
    monkeypatch.setattr(postgres, "_candidates", lambda: iter(places))
    with postgres.cluster() as url, psycopg.connect(url) as connection:
        assert connection.info.server_version >= 16_00_00


def test_a_server_that_is_named_is_used_and_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", "postgresql+psycopg://sales@db.example/tests")
    with postgres.cluster() as url:
        assert url == "postgresql://sales@db.example/tests"


@pytest.mark.usefixtures("named_by_nobody", "without_programs")
def test_a_machine_with_no_server_at_all_is_told_what_to_do() -> None:
    with pytest.raises(postgres.PostgresMissing, match="set TEST_DATABASE_URL"):
        postgres.start()
