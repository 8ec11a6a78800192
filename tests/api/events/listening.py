"""Listening to the stream of events over a real socket, each wait with an end."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import httpx2
from fastapi.testclient import TestClient

PATH = "/api/v1/events"
PATIENCE = 10.0
"""Seconds that a test waits: fewer than a stream rests which nobody woke."""


@dataclass
class Told:
    """One message: its fields, the data read as JSON, and the comments."""

    id: int | None = None
    event: str | None = None
    retry: int | None = None
    data: dict[str, Any] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    @property
    def about(self) -> tuple[str, str | None]:
        """The noun and the id of the record that it tells of."""
        return self.data["noun"], self.data["id"]


def read(lines: Iterator[str]) -> Iterator[Told]:
    """The messages in the lines of a stream, as a browser would read them."""
    while message := list(takewhile(bool, lines)):
        told = Told()
        for line in message:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            match name:
                case "":
                    told.comments.append(value)
                case "id" | "retry":
                    setattr(told, name, int(value))
                case "event":
                    told.event = value
                case "data":
                    told.data = json.loads(value)
        yield told


@contextmanager
def listening(
    address: str, key: str = "", cookie: str = "", patience: float = PATIENCE, **query: Any
) -> Iterator[Iterator[Told]]:
    """An open stream with its greeting read, so that nothing after this is missed."""
    signed = {"Cookie": cookie} if cookie else {"Authorization": f"Bearer {key}"}
    with (
        httpx2.Client(base_url=address, headers=signed, timeout=patience) as client,
        client.stream("GET", PATH, params=query) as answer,
    ):
        assert answer.status_code == 200
        messages = read(answer.iter_lines())
        if "last_event_id" not in query:
            greeting = next(messages)
            assert (greeting.retry, greeting.event) == (2000, None)
            assert greeting.id is not None
        yield messages


def kept(client: TestClient, after: int | str = 0) -> list[Told]:
    """What a caller is told who comes back after an event, up to now."""
    answer = client.get(PATH, params={"follow": "false"}, headers={"Last-Event-ID": str(after)})
    assert answer.status_code == 200, answer.text
    return list(read(iter(answer.text.splitlines())))


def changes(told: list[Told]) -> list[tuple[str, str | None]]:
    """The records that messages tell of, in their order."""
    return [one.about for one in told if one.event == "change"]


def here(client: TestClient) -> int:
    """The place at which a caller stands who begins now."""
    (greeting,) = read(iter(client.get(PATH, params={"follow": "false"}).text.splitlines()))
    assert greeting.id is not None
    return greeting.id
