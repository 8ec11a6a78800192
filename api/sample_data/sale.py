"""The story of a lead, from the first contact to an order or a no."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from api.sample_data import words
from api.sample_data.diary import Story
from api.sample_data.haggling import Haggling
from api.sample_data.office import Office
from api.sample_data.plan import Deal, Fate
from api.sample_data.settling import Settling
from api.sample_data.talks import Talks
from domain.leads import LostReason


@dataclass
class Sale:
    """One deal, told as its fate has it."""

    office: Office
    deal: Deal

    def __post_init__(self) -> None:
        self.talks = Talks(self.office, self.deal)
        self.settling = Settling(self.office, self.talks)

    def story(self) -> Story:
        """All that happens; between two acts time passes."""
        yield self.deal.opened_at
        self.talks.open()
        ends = {
            Fate.IS_NONE: self._is_none,
            Fate.SILENT: self._is_never_reached,
            Fate.UNFIT: self._does_not_fit,
            Fate.POSTPONES: self._postpones,
            Fate.BY_HAND: self._orders_by_phone,
            Fate.RETURNS: self._comes_back,
        }
        yield from ends.get(self.deal.fate, self._is_offered)()

    def _is_none(self) -> Story:
        yield self._later(1, 3)
        self.talks.lose(LostReason.NOT_A_LEAD)

    def _is_never_reached(self) -> Story:
        yield from self._tries(self.talks.random.randint(3, 5))
        self.talks.lose(self._one_of(LostReason.NO_DECISION, LostReason.NO_FIT))

    def _does_not_fit(self) -> Story:
        yield from self._is_contacted()
        self.talks.call(words.UNFIT)
        self.talks.lose(
            self._one_of(LostReason.NO_FIT, LostReason.COMPETITOR, LostReason.NO_BUDGET)
        )

    def _postpones(self) -> Story:
        yield from self._is_qualified()
        if self.deal.number % 3 == 0:
            then = self._later(18, 40)
            self.talks.call(words.WAITING, then)
            yield then
        self.talks.call(words.POSTPONED)
        self.talks.lose(
            self._one_of(LostReason.NO_BUDGET, LostReason.TIMING, LostReason.COMPETITOR)
        )

    def _orders_by_phone(self) -> Story:
        yield from self._is_contacted()
        self.talks.call(words.BY_HAND)
        self.talks.move("won", value=self.settling.worth())
        yield from self.settling.without_offer()

    def _comes_back(self) -> Story:
        yield from self._is_contacted()
        self.talks.lose(self._one_of(LostReason.TIMING, LostReason.NO_BUDGET))
        months_later = self.office.diary.today + timedelta(days=95 + self.deal.number % 40)
        yield self.talks.pace.on(months_later)
        self.talks.move("qualified")
        then = self._later(2, 4)
        self.talks.call(words.REVIVED, then)
        yield then
        yield from self._is_offered_now()

    def _is_offered(self) -> Story:
        yield from self._is_qualified()
        yield from self._is_offered_now()

    def _is_offered_now(self) -> Story:
        haggling = Haggling(self.office, self.talks)
        yield from haggling.story()
        if haggling.accepted is not None:
            yield from self.settling.after(haggling.accepted)

    def _is_qualified(self) -> Story:
        """The need is found out, at the customer's or by phone; ends when the next step is due."""
        yield from self._is_contacted()
        if self.deal.number % 5 == 2:
            then = self._later(1, 4)
            task = self.talks.plan(words.TASKS, then.date())
            yield then
            self.talks.done(task)
        meets = self.talks.random.random() < 0.45 and self.deal.kind in ("machine", "rental")
        then = self._later(3, 11)
        (self.talks.meet if meets else self.talks.call)(words.NEEDS, then, to="qualified")
        if self.talks.random.random() < 0.3:
            self.talks.note(words.NEED_NOTES)
        yield then

    def _is_contacted(self) -> Story:
        """Some come to us, others have to be reached; ends when the next step is due."""
        if self.deal.source in ("Website", "Existing customer") and self.deal.number % 2:
            yield self._later(0, 1)
            self.talks.hear(words.MAIL_TO_US)
        yield from self._tries(self.talks.random.choices((0, 1, 2, 3), (45, 30, 17, 8))[0])
        then = self._later(4, 13)
        self.talks.call(words.FIRST_TALK, then, to="contacted")
        if self.talks.random.random() < 0.35:
            self.talks.mail(words.FIRST_MAIL, then)
        yield then

    def _tries(self, count: int) -> Story:
        yield self._later(0, 2)
        for _ in range(count):
            then = self._later(1, 4)
            self.talks.call(words.NO_ANSWER, then, reached=False)
            yield then

    def _later(self, fewest: int, most: int) -> datetime:
        return self.talks.pace.after(self.office.diary.moment, fewest, most)

    def _one_of(self, *reasons: LostReason) -> LostReason:
        return self.talks.random.choice(reasons)
