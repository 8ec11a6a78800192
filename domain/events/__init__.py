"""Live events: what changed, told to everybody who may see it as soon as it is committed."""

from domain.events.changes import note
from domain.events.model import EVERYBODYS, LIFE, Event
from domain.events.repository import EventRepository, Kept
from domain.events.writing import CHANNEL, write

__all__ = [
    "CHANNEL",
    "EVERYBODYS",
    "LIFE",
    "Event",
    "EventRepository",
    "Kept",
    "note",
    "write",
]
