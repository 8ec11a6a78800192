"""Live events: what colleagues change is told as soon as it is committed."""

from typing import Annotated, Any

from fastapi import Header
from pydantic import Field

from api.dependencies import CurrentWork, Filters, query, router
from api.errors import problems
from api.events import schemas
from api.events.stream import EventStream, Reader
from domain.errors import TooMany

routes = router("Events")

LARGEST = 2**63 - 1
LastEventId = Annotated[
    int | None,
    Header(
        alias="Last-Event-ID",
        ge=0,
        le=LARGEST,
        description="The `id` of the last event that was read; browsers send it by themselves.",
    ),
]


class EventQuery(Filters):
    """Where a stream begins, and whether it ends."""

    last_event_id: Annotated[
        int | None,
        Field(ge=0, le=LARGEST, description="For clients that cannot set `Last-Event-ID`."),
    ] = None
    follow: Annotated[
        bool, Field(description="Stay for what comes; `false` ends after what there is.")
    ] = True


@routes.get(
    "/events",
    status_code=200,
    response_class=EventStream,
    responses={
        200: {
            "model": schemas.Change,
            "description": "A stream of `change` events, each with a `Change` as its data.",
            "content": {"text/event-stream": {"example": schemas.EXAMPLE}},
        },
        **problems(TooMany),
    },
    summary="Follow what changes",
)
def stream_events(
    work: CurrentWork,
    wanted: Annotated[EventQuery, query(EventQuery)],
    last_event_id: LastEventId = None,
) -> Any:
    """A server-sent event for each record that was written and that the caller may see.

    Begins with now, or after the event named by `Last-Event-ID`. Events are kept for two days;
    who was away for longer gets one event `reset` and reads everything anew. A comment comes every
    15 seconds. The stream ends when the caller is signed out, the key is revoked, or the server
    stops; a user may have 20 of them open.
    """
    read = last_event_id if last_event_id is not None else wanted.last_event_id
    feed = work.request.app.state.feed
    place = feed.join(work.viewer.user_id)
    return EventStream(Reader(work.request, read), feed, place, follows=wanted.follow)
