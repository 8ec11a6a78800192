"""The stream and processes: others are seen, and a server that is told to stop does not wait."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import Popen

from tests.api.events.listening import listening
from tests.api.test_cli_processes import PATIENCE, next_line, throughline
from tests.factories import Staff
from tests.serving import served


@contextmanager
def a_server(database_url: str, folder: Path) -> Iterator[tuple["Popen[str]", str]]:
    """`throughline serve` in a process of its own, and its address."""
    environment = {
        "DATABASE_URL": database_url,
        "THROUGHLINE_DATA_DIR": str(folder),
        "THROUGHLINE_WORKER": "off",
        "PORT": "0",
    }
    with throughline("serve", **environment) as process:
        yield process, next_line(process).split()[2]


def test_a_server_that_is_told_to_stop_ends_its_streams_at_once(
    company: Staff, database_url: str, tmp_path: Path
) -> None:
    with a_server(database_url, tmp_path / "var") as (process, address):
        with listening(address, company.keys["viewer"]) as messages:
            process.send_signal(signal.SIGTERM)
            assert list(messages) == []
        _, rest = process.communicate(timeout=PATIENCE)
    assert (process.returncode, rest) == (0, "Throughline has stopped.\n")


def test_what_the_command_line_does_is_told_by_a_server(
    company: Staff, database_url: str, tmp_path: Path
) -> None:
    environment = {"DATABASE_URL": database_url, "THROUGHLINE_DATA_DIR": str(tmp_path / "var")}
    words = ("user", "add", "new@example.com", "--name", "Nia", "--password", "long enough!")
    with (
        served(company.app) as address,
        listening(address, company.keys["rep"], patience=PATIENCE) as messages,
        throughline(*words, **environment) as process,
    ):
        told = next(one for one in messages if one.event)  # It may be slow to start.
        _, said = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (0, "")
    assert (told.data["noun"], told.data["version"]) == ("user", 1)
