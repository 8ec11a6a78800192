"""The past, told in order: every act is signed by somebody and happens at its own moment."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from heapq import heappop, heappush
from itertools import count

from sqlalchemy.orm import Session

from domain import history
from domain.calendar import Moment
from domain.history import AuditEntry
from domain.leads import LeadActs
from domain.users import Viewer

BATCH = 500
"""So many entries of the history are written together."""
Story = Generator[datetime, None, None]
"""What happens to one deal: it yields the instant at which it wants to go on."""


class Diary:
    """Many stories in one transaction, each going on when its time has come."""

    def __init__(self, session: Session, start: datetime, end: Moment) -> None:
        self.session, self.now, self.end = session, start, end
        self._entries: list[AuditEntry] = []
        self._waiting: list[tuple[datetime, int, Story, datetime]] = []
        self._order = count()

    @property
    def moment(self) -> Moment:
        """The moment that has been reached."""
        return Moment(self.now, self.end.zone_name)

    @property
    def today(self) -> date:
        """The day that has been reached."""
        return self.moment.today

    def begin(self, story: Story, until: datetime | None = None) -> None:
        """Follow a story up to now, or up to the instant from which on nobody cares for it."""
        self._go_on(story, until or self.end.now)

    def tell(self, reached: Callable[[date], None]) -> None:
        """Let everything happen in the order of time; `reached` hears of every new day."""
        day = None
        while self._waiting:
            at, _, story, until = heappop(self._waiting)
            self.now = at
            if day != self.today:
                reached(day := self.today)
            self._go_on(story, until)
        self._write_entries()

    @contextmanager
    def act(self, viewer: Viewer) -> Iterator[LeadActs]:
        """Something that one person does now, with its own entries in the history."""
        recorder = history.attach(self.session, viewer, self.now, self.end.zone_name)
        yield LeadActs(self.session, viewer, self.moment)
        self.session.flush()
        self._entries += recorder.entries()
        if len(self._entries) > BATCH:
            self._write_entries()

    def _write_entries(self) -> None:
        self.session.add_all(self._entries)
        self.session.flush()
        self._entries.clear()

    def _go_on(self, story: Story, until: datetime) -> None:
        at = next(story, None)
        if at is not None and at <= until:
            heappush(self._waiting, (max(at, self.now), next(self._order), story, until))
