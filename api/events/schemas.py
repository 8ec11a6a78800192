"""Live events as they travel."""

from typing import Annotated, Any
from uuid import UUID

import orjson
from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict


class Change(TypedDict):
    """A record that was written: read it again.

    Without an id: many records of the noun. Without a version: it is gone.
    """

    noun: Annotated[str, Field(examples=["lead"])]
    id: UUID | None
    version: int | None
    lead_id: UUID | None


EXAMPLE = """\
retry: 2000
id: 41

id: 42
event: change
data: {"noun":"lead","id":"019ab5c4-7d1e-7a63-9c55-2f6b8d40e1a7","version":4,\
"lead_id":"019ab5c4-7d1e-7a63-9c55-2f6b8d40e1a7"}

"""
GREETING = b"retry: 2000\n"
"""In how many milliseconds a browser that was cut off comes back."""
BEAT = b": still here\n\n"
"""A comment, so that nothing between us and the browser takes the line for dead."""


def place(id: int) -> bytes:
    """Where the reader stands; a browser keeps it and tells it when it comes back."""
    return b"id: %d\n\n" % id


def reset(id: int) -> bytes:
    """What happened since the reader was here is no longer known: everything is to be read anew."""
    return b"id: %d\nevent: reset\ndata: {}\n\n" % id


def change(row: Row[Any]) -> bytes:
    """One event."""
    told: Change = {
        "noun": row.noun,
        "id": row.record_id,
        "version": row.version,
        "lead_id": row.lead_id,
    }
    return b"id: %d\nevent: change\ndata: %s\n\n" % (row.id, orjson.dumps(told))
