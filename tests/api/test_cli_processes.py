"""The command line as processes: it serves, works, stops cleanly, and may be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI

from api.adapters.smtp import SmtpServer
from api.worker import Deliveries, Site
from domain.outbox import LEASE, Delivery, Mail, MailRepository
from domain.users import SYSTEM
from tests.api.mails.mail_server import Inbox, running
from tests.conftest import Clock
from tests.factories import Staff

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@contextmanager
def throughline(*words: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """A command in a process of its own, which is gone at the end."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHLINE_", "DATABASE_"))}
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "api.cli", *words],
        cwd=ROOT,
        env={**ours, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def next_line(process: "subprocess.Popen[str]") -> str:
    """The next thing that a process says."""
    assert process.stderr is not None
    return process.stderr.readline()


def test_serve_answers_and_ends_cleanly_when_told(tmp_path: Path) -> None:
    environment = {"THROUGHLINE_DATA_DIR": str(tmp_path / "var"), "PORT": "0"}
    with throughline("serve", **environment) as process:
        address = next_line(process).split()[2]
        assert address.startswith("http://127.0.0.1:")
        assert "run `throughline setup`" in next_line(process)
        with urllib.request.urlopen(f"{address}/api/v1/health/ready", timeout=PATIENCE) as answer:
            assert json.load(answer)["set_up"] is False
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert rest == "Throughline has stopped.\n"


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = {"THROUGHLINE_DATA_DIR": str(tmp_path / "var"), "PORT": str(port)}
        with throughline("serve", **environment) as process:
            _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.startswith(f"Error: Port {port} is taken by another program.")
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_cleanly_when_told(tmp_path: Path, number: signal.Signals) -> None:
    with throughline("worker", THROUGHLINE_DATA_DIR=str(tmp_path / "var")) as process:
        assert "worker is running" in next_line(process)
        process.send_signal(number)
        _, rest = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert rest == "The worker has stopped.\n"


def test_what_a_killed_worker_held_is_delivered_by_the_next(
    app: FastAPI, company: Staff, clock: Clock, database_url: str, tmp_path: Path
) -> None:
    database = app.state.database
    mail = _a_mail()
    with database.writing(SYSTEM, clock.moment) as session:
        session.add(mail)
    with running() as inbox:
        environment = {
            "DATABASE_URL": database_url,
            "THROUGHLINE_DATA_DIR": str(tmp_path / "worker"),
            "THROUGHLINE_SMTP_URL": inbox.url,
        }
        inbox.holds = True
        with throughline("worker", **environment) as process:
            assert inbox.arrived.wait(PATIENCE)
            process.kill()
            process.wait(PATIENCE)
        inbox.holds = False
        with database.reading(SYSTEM, clock.moment) as session:
            held = MailRepository(session).get(mail.id)
        assert (held.status, held.tries) == (Delivery.QUEUED, 1)
        assert held.leased_until is not None
        clock.now = held.leased_until
        assert _delivers(app, inbox, clock)
        assert not _delivers(app, inbox, clock)
        assert [one["Message-ID"] for one in inbox.messages] == [f"<{mail.id}@example.com>"]
    assert LEASE.total_seconds() == 300


def _delivers(app: FastAPI, inbox: Inbox, clock: Clock) -> bool:
    server, site = SmtpServer.at(inbox.url), Site("", "http://testserver")
    return Deliveries(app.state.database, server, site, clock).attend()


def _a_mail() -> Mail:
    return Mail(
        cause="quote",
        kind="quote.sent",
        recipients=["nadia@northwind.example"],
        sender_name="Rita Rep",
        subject="Your quote",
        text="Hello",
        created_at=LONG_AGO,
    )
