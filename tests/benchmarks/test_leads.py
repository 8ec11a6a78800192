"""What a list of 50 among 100,000 leads and one lead cost the server.

Beside the same SQL by the bare driver.

Printed in CPU milliseconds per request, read from the server process's own account, so that a busy
machine changes them little.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import httpx
import orjson
import psutil
import psycopg
import pytest
from sqlalchemy import create_engine

from api.app import create_app
from api.settings import Settings
from domain.calendar import Moment
from domain.leads import LeadRepository
from domain.leads.filters import shape_of
from domain.leads.listing import page_of
from tests import factories
from tests.benchmarks import seed
from tests.conftest import MONDAY_NOON, ZONE

LEADS = 100_000
REQUESTS = 400
ROUNDS = 5
STAGE = "qualified"
FIRST = f"/api/v1/leads?stage={STAGE}&limit=50"


class Server:
    """The product in a process of its own."""

    def __init__(self, url: str, directory: Path, key: str) -> None:
        self.key = key
        self.port = 18_000 + os.getpid() % 1_000
        environment = {
            **os.environ,
            "DATABASE_URL": url,
            "THROUGHLINE_DATA_DIR": str(directory),
            "THROUGHLINE_WORKER": "off",
        }
        call = [
            sys.executable, "-m", "uvicorn", "api.app:app", "--port", str(self.port),
            "--log-level", "warning", "--no-access-log",
        ]  # fmt: skip
        self.process = subprocess.Popen(call, env=environment)
        self.account = psutil.Process(self.process.pid)

    def wait(self) -> None:
        """Wait until it answers."""
        for _ in range(200):
            try:
                self.get("/api/v1/leads?limit=1")
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError("The server does not answer.")

    def client(self) -> httpx.Client:
        """One client with a connection of its own."""
        return httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={"Authorization": f"Bearer {self.key}"},
        )

    def get(self, path: str) -> httpx.Response:
        """One answer."""
        with self.client() as client:
            return client.get(path).raise_for_status()

    def cpu(self) -> float:
        """Seconds of CPU that the server has used."""
        times = self.account.cpu_times()
        return float(times.user + times.system)

    def cost(self, path: str, clients: int = 1) -> float:
        """CPU milliseconds per request, the middle of some rounds after one that does not count."""
        rounds = [self._round(path, clients) for _ in range(ROUNDS + 1)]
        return median(rounds[1:])

    def _round(self, path: str, clients: int) -> float:
        each = REQUESTS // clients
        before = self.cpu()
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(self._ask, [path] * clients, [each] * clients))
        return (self.cpu() - before) * 1000 / (each * clients)

    def _ask(self, path: str, times: int) -> None:
        with self.client() as client:
            for _ in range(times):
                client.get(path).raise_for_status()


@pytest.fixture
def seeded(postgresql_url: str, tmp_path: Path) -> Iterator[tuple[Server, str]]:
    """A server over 100,000 leads, and its database."""
    app = create_app(Settings(DATABASE_URL=postgresql_url, data_dir=tmp_path, worker="off"))
    staff = factories.set_up(app, Moment(MONDAY_NOON, ZONE))
    seed.fill(app.state.database, Moment(MONDAY_NOON, ZONE), LEADS)
    app.state.database.close()
    server = Server(postgresql_url, tmp_path, staff.keys[os.environ.get("BENCH_AS", "rep")])
    server.wait()
    yield server, postgresql_url
    server.process.terminate()
    server.process.wait()


def test_reading_leads(seeded: tuple[Server, str], capsys: pytest.CaptureFixture[str]) -> None:
    server, url = seeded
    page = server.get(FIRST).json()
    assert len(page["items"]) == 50
    one = f"/api/v1/leads/{page['items'][7]['id']}"
    bare = _bare(url)
    figures = {
        "bare driver and orjson, list of 50": bare,
        "list of 50 by stage, 1 client (at most 2)": server.cost(FIRST),
        "list of 50 by stage, 8 clients (at most 2.5)": server.cost(FIRST, 8),
        "last page (at most 1.3 times the first)": server.cost(_last_page(server)),
        "one lead by id (at most 1)": server.cost(one),
        "search for two words": server.cost("/api/v1/leads?q=lead%20compan&limit=50"),
        "overdue, by follow-up": server.cost(
            "/api/v1/leads?follow_up=overdue&sort=next_follow_up_on&limit=50"
        ),
    }
    with capsys.disabled():
        print()
        for name, milliseconds in figures.items():
            print(f"{name:50s} {milliseconds:7.2f} ms CPU per request {milliseconds / bare:6.1f} ×")


def _last_page(server: Server) -> str:
    """The last page that is full: the long way in strides of 200, the rest in pages of 50."""
    with server.client() as client:
        far = list(_cursors(client, FIRST.replace("limit=50", "limit=200")))
        near = list(_cursors(client, f"{FIRST}&cursor={far[-2]}"))
    return f"{FIRST}&cursor={near[-2] if len(near) > 1 else far[-2]}"


def _cursors(client: httpx.Client, path: str) -> Iterator[str]:
    """The cursors of all pages after one."""
    start, _, cursor = path.partition("&cursor=")
    while True:
        page = client.get(f"{start}&cursor={cursor}").raise_for_status().json()
        if page["next_cursor"] is None:
            return
        cursor = page["next_cursor"]
        yield cursor


def _bare(url: str) -> float:
    """CPU milliseconds for the columns and rows that the product reads, as an administrator."""
    sort, filters = LeadRepository.sorts["-created_at"], {"stage": STAGE}
    question = page_of(shape_of(filters), sort, goes_on=False).statement
    text = str(question.compile(dialect=create_engine(url).dialect))
    values = {**question.compile().params, "stage": STAGE, "page_rows": 51}
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        rounds = []
        for _ in range(ROUNDS + 1):
            started = time.process_time()
            for _ in range(REQUESTS):
                orjson.dumps(connection.execute(text, values).fetchall())
            rounds.append((time.process_time() - started) * 1000 / REQUESTS)
        return median(rounds[1:])
