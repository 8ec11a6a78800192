"""Real databases for every test that needs one.

SQLite files and PostgreSQL databases, copied from a migrated one.
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

import migrations
from api.app import create_app
from api.database import Database
from api.settings import Settings
from domain.calendar import Moment
from tests import factories, postgres

SERVER = pytest.StashKey[postgres.Cluster]()
MONDAY_NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL server for the whole run."""
    if not hasattr(config, "workerinput"):
        config.stash[SERVER] = postgres.start()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each worker process where the server is."""
    node.workerinput["postgresql"] = node.config.stash[SERVER].url


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server that this run started."""
    if SERVER in config.stash:
        config.stash[SERVER].stop()


@pytest.fixture(scope="session")
def server_url(request: pytest.FixtureRequest) -> str:
    """The PostgreSQL server of this run."""
    if hasattr(request.config, "workerinput"):
        return str(request.config.workerinput["postgresql"])
    return request.config.stash[SERVER].url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every migration applied."""
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    database = Database(f"sqlite:///{path}")
    migrations.upgrade(database.engine)
    database.close()
    return path


@pytest.fixture(scope="session")
def migrated_database(server_url: str) -> Iterator[str]:
    """The name of a PostgreSQL database with every migration applied."""
    name = f"template_{uuid4().hex[:12]}"
    database = Database(sqlalchemy_url(postgres.create_database(server_url, name)))
    migrations.upgrade(database.engine)
    database.close()
    yield name
    postgres.drop_database(server_url, name)


def sqlalchemy_url(url: str) -> str:
    """The same address for SQLAlchemy with psycopg."""
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A fresh, migrated SQLite database."""
    path = tmp_path / "throughline.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(server_url: str, migrated_database: str) -> Iterator[str]:
    """A fresh, migrated PostgreSQL database."""
    name = f"test_{uuid4().hex[:12]}"
    yield sqlalchemy_url(postgres.create_database(server_url, name, migrated_database))
    postgres.drop_database(server_url, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database of each kind in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@dataclass
class Clock:
    """The time that the application under test is told."""

    now: datetime = MONDAY_NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        """Let time pass: `clock.advance(days=1)`."""
        self.now += timedelta(**by)

    @property
    def moment(self) -> Moment:
        """Now, in the test workspace's zone."""
        return Moment(self.now, ZONE)


@pytest.fixture
def clock() -> Clock:
    """Monday, 23 November 2026, noon in Berlin, until a test moves it."""
    return Clock()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database without a workspace."""
    made = Database(database_url)
    yield made
    made.close()


@pytest.fixture
def app(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[FastAPI]:
    """The application on a fresh database, before first-run setup."""
    settings = Settings(
        DATABASE_URL=database_url,
        data_dir=tmp_path / "var",
        base_url="http://testserver",
        secret="a secret of the tests",
        worker="off",
    )
    made = create_app(settings)
    made.state.clock = clock
    yield made
    made.state.database.close()


@pytest.fixture
def company(app: FastAPI, clock: Clock) -> "factories.Staff":
    """A workspace that is set up, with one user of each role (and a second rep)."""
    return factories.set_up(app, clock.moment)


@pytest.fixture
def admin(company: "factories.Staff") -> TestClient:
    """The API as the administrator uses it, with an API key."""
    return company.client("admin")


@pytest.fixture
def run_dir() -> Iterator[Path]:
    """A folder with a short path, for sockets and servers."""
    path = Path(tempfile.mkdtemp(prefix="tl-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)
