"""One caller's stream: it waits without thread or connection, and looks in one short hop."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.events import schemas
from api.events.feed import Feed, Place
from api.work import Work
from domain.errors import NotSignedIn
from domain.events import EventRepository

log = logging.getLogger("throughline.events")
SILENCE = 15.0
"""After so many seconds a stream says that it is still there, and looks whether it may be."""
REST = 0.2
"""So many seconds lie between two looks, so that a burst of changes is read at once."""


@dataclass
class Reader:
    """How far one caller has read; None before the first look of one who begins with now."""

    request: Request
    read: int | None

    def look(self) -> bytes:
        """What is new for the caller, who is found anew: sign-out and deactivation end a stream.

        The last id is asked for before the events, and all up to it are visible by then.
        """
        work = Work(self.request, self.request.app.state.database, writes=False)
        try:
            kept = EventRepository(work.session).kept()
            work.sign_in()
            events = EventRepository(work.session)
            read, self.read = self.read, kept.last
            if read is not None and kept.continues(read):
                return b"".join(map(schemas.change, events.between(read, kept.last)))
            here = events.newest(kept.last) or max(kept.first - 1, 0)
            return schemas.place(here) if read is None else schemas.reset(here)
        finally:
            work.close()


class EventStream(StreamingResponse):
    """Events as they come, until the caller leaves or may no longer see them."""

    media_type = "text/event-stream"

    def __init__(self, reader: Reader, feed: Feed, place: Place, *, follows: bool) -> None:
        self.reader, self.feed, self.place, self.follows = reader, feed, place, follows
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(self._messages(), headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until the end, then give the place back."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.feed.leave(self.place)

    async def _messages(self) -> AsyncIterator[bytes]:
        self.place.begin()
        if self.follows:
            self.feed.watch()
        clock = asyncio.get_running_loop().time
        spoke, greeting = clock(), schemas.GREETING
        while (told := await self._told()) is not None:
            is_silent = clock() - spoke >= SILENCE
            if message := greeting + told or schemas.BEAT * is_silent:
                yield message
                spoke, greeting = clock(), b""
            if not self.follows or self.feed.is_closed:
                return
            await asyncio.sleep(REST)
            await self.place.wait(max(0.0, spoke + SILENCE - clock()))

    async def _told(self) -> bytes | None:
        """What there is to say; None where the stream has to end."""
        try:
            return await run_in_threadpool(self.reader.look)
        except NotSignedIn:
            return None
        except SQLAlchemyError as error:
            log.warning(
                "A stream of live events ends, since the database cannot be read: %s", error
            )
            return None
