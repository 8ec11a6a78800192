"""The installation that commands work on: its settings, database, workspace and clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import migrations
from api.cli.refusals import CannotDo
from api.database import Database
from api.settings import Settings
from domain.calendar import Moment
from domain.errors import NotFound
from domain.users import SYSTEM, User, UserRepository, Viewer
from domain.workspace import Workspace, WorkspaceRepository


def clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation that is set up."""

    settings: Settings
    database: Database
    workspace: Workspace

    @property
    def moment(self) -> Moment:
        """Now in the workspace's zone."""
        return Moment(clock(), self.workspace.time_zone)

    def user(self, email: str) -> User:
        """The user who signs in with an address."""
        with self.database.reading(SYSTEM, self.moment) as session:
            found = UserRepository(session).by_email(email)
        if found is None:
            raise CannotDo(f"No user signs in as {email}. `throughline user list` names them all.")
        return found

    def viewer(self, email: str) -> Viewer:
        """Somebody as whom a command acts."""
        user = self.user(email)
        if not user.active:
            raise CannotDo(f"{user.name} is not active, so nothing can be done in this name.")
        return Viewer.of(user, self.workspace)


@contextmanager
def opened(settings: Settings | None = None) -> Iterator[Installation]:
    """The installation that the environment describes; refused before first-run setup."""
    settings = settings or Settings()
    database = ready(settings)
    try:
        yield Installation(settings, database, _workspace(database))
    finally:
        database.close()


def ready(settings: Settings) -> Database:
    """The database, current: an embedded file is migrated here, a server's only when told."""
    database = connected(settings)
    try:
        if migrations.is_current(database.engine):
            return database
        if settings.is_embedded:
            migrations.upgrade(database.engine)
            return database
        raise CannotDo("The database is not up to date. Run `throughline migrate` first.")
    except BaseException:
        database.close()
        raise


def connected(settings: Settings) -> Database:
    """The database as it is."""
    url = settings.database
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")) or url == "sqlite:///:memory:":
        raise CannotDo("DATABASE_URL must begin with sqlite:/// and a path, or with postgresql://.")
    if settings.is_embedded:
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    try:
        return Database(url)
    except ValueError as error:
        raise CannotDo("DATABASE_URL cannot be read: is the port a number?") from error


def _workspace(database: Database) -> Workspace:
    with database.reading(SYSTEM, Moment(clock(), "UTC")) as session:
        try:
            return WorkspaceRepository(session).the_one()
        except NotFound as error:
            raise CannotDo("This installation is not set up. Run `throughline setup`.") from error
