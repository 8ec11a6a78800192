"""How many rows a second an import takes in, end to end over HTTP, beside the bare driver.

Printed by the clock, which a busy machine changes, and by the server's own account of its CPU,
which it changes little. At least 1,500 rows a second are wanted on PostgreSQL.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from api.app import create_app
from api.settings import Settings
from domain.calendar import Moment
from tests import factories
from tests.benchmarks.test_leads import Server
from tests.conftest import MONDAY_NOON, ZONE
from tests.data_files import shared_data

ROWS = 20_000
MAVEN = "stage[Prospecting]=prospect&stage[Engaging]=contacted&create_users=true"


@pytest.fixture(params=["postgresql", "sqlite"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Server, str]]:
    """A server over an empty workspace, and its database."""
    url = str(request.getfixturevalue(f"{request.param}_url"))
    app = create_app(Settings(DATABASE_URL=url, data_dir=tmp_path, worker="off"))
    staff = factories.set_up(app, Moment(MONDAY_NOON, ZONE))
    app.state.database.close()
    started = Server(url, tmp_path, staff.keys["admin"])
    started.wait()
    yield started, url
    started.process.terminate()
    started.process.wait()


def test_importing(server: tuple[Server, str], capsys: pytest.CaptureFixture[str]) -> None:
    running, url = server
    deals = shared_data("maven-crm", "sales_pipeline.csv").read_bytes()
    told = [
        measured(running, "8,800 real deals", deals, MAVEN),
        measured(running, "the same again", deals, MAVEN),
        measured(running, f"{ROWS:,} rows with contacts, tags and notes", a_file(), ""),
        measured(running, "the same again", a_file(), ""),
    ]
    if url.startswith("postgresql"):
        told.append(bare(url))
    with capsys.disabled():
        print(f"\n{url.partition(':')[0]}")
        print("\n".join(told))


def measured(server: Server, name: str, content: bytes, query: str) -> str:
    """Import a file and say how fast it went."""
    cpu, started = server.cpu(), time.perf_counter()
    answer = httpx.post(
        f"http://127.0.0.1:{server.port}/api/v1/leads/import?{query}",
        content=content,
        headers={"Authorization": f"Bearer {server.key}", "Content-Type": "text/csv"},
        timeout=600,
    ).raise_for_status()
    seconds = time.perf_counter() - started
    report = answer.json()
    assert report["failed"] == 0, report["errors"][:3]
    each = (server.cpu() - cpu) * 1000 / report["rows"]
    rate = report["rows"] / seconds
    return f"{name:50s} {rate:8,.0f} rows a second {each:7.3f} ms CPU of the server per row"


def bare(url: str) -> str:
    """The leads alone, inserted by the bare driver into a table with the same indexes."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE again (LIKE leads INCLUDING ALL)")
        cursor = connection.execute("SELECT * FROM leads")
        names = [column.name for column in cursor.description or ()]
        rows = [
            [psycopg.types.json.Jsonb(value) if isinstance(value, list) else value for value in row]
            for row in cursor
        ]
        places = ", ".join(["%s"] * len(names))
        started = time.perf_counter()
        connection.cursor().executemany(f"INSERT INTO again VALUES ({places})", rows)
        connection.commit()
        rate = len(rows) / (time.perf_counter() - started)
    return f"{'the leads alone by the bare driver':50s} {rate:8,.0f} rows a second"


def a_file() -> bytes:
    """Rows as other systems export them: a contact and a company each, and most other fields."""
    chance = random.Random(11)
    lines = ["Deal Id,Deal Name,Contact,Email,Phone,Company,Stage,Amount,Lead Source,Tags,Notes,"]
    lines[0] += "Create Date,Expected Close"
    for n in range(ROWS):
        person, day = chance.randrange(6_000), f"2026-{chance.randrange(1, 11):02d}-15"
        stage = chance.choice(("prospect", "contacted", "qualified", "negotiation"))
        lines.append(
            f"D-{n},Deal {n},Person {person},p{person}@example.com,+49 30 {person},"
            f"Company {person % 900},{stage},{chance.randrange(100, 90_000)},"
            f"Source {n % 7},hot;fair {n % 5},Some words about deal {n},{day},2027-03-01"
        )
    return "\n".join(lines).encode()
