"""The story of an offer: what the customer does with it, and what its seller does about that."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from api.sample_data import words
from api.sample_data.basket import lines
from api.sample_data.diary import Story
from api.sample_data.offers import Offers
from api.sample_data.office import Office
from api.sample_data.plan import Fate
from api.sample_data.talks import Talks
from domain.leads import LostReason
from domain.quotes import Quote


@dataclass
class Haggling:
    """One offer and its revisions; `accepted` is the one that became an order."""

    office: Office
    talks: Talks
    accepted: Quote | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.random, self.deal = self.talks.random, self.talks.deal
        talks = self.talks
        self.offers = Offers(self.office, talks.lead, talks.owner, talks.viewer)

    def story(self) -> Story:
        """Draft, send, and what comes of it."""
        self.quote = self.offers.draft(self._lines(), self._facts())
        if self.deal.fate is Fate.IS_DRAFTED:
            self.talks.note(words.DRAFTED)
            yield from self._goes_on(words.STILL_DRAFTED)
        yield self._later(0, 2)
        yield from self._is_sent()
        self.office.diary.begin(self._deadline(self.quote))
        fates: dict[Fate, Callable[[], Story]] = {
            Fate.ASKS: self._asks,
            Fate.BARGAINS: self._bargains,
            Fate.ORDERS: self._orders,
            Fate.PAPERWORK: self._agrees,
            Fate.HESITATES: self._hesitates,
            Fate.DECLINES: self._declines,
            Fate.EXPIRES: self._never_answers,
            Fate.SAYS_NO: self._says_no,
            Fate.BARGAINING: self._is_bargaining,
            Fate.AGREEING: self._is_agreeing,
            Fate.IGNORES: self._ignores,
        }
        yield from fates.get(self.deal.fate, self._signs)()

    def _is_sent(self) -> Story:
        """Now and then an address is wrong: then the offer goes out again when that is cleared."""
        fails = self.office.is_to_fail()
        self.offers.send(self.quote, fails=fails)
        if fails:
            self.talks.note(words.WRONG_ADDRESS)
            yield self._later(6, 7)
            self.offers.resend(self.quote)

    def _signs(self) -> Story:
        yield from self._is_read()
        if self.random.random() < 0.6:
            yield from self._is_asked_about()
        yield from self._decides(2, 16)
        self._accepted_online()

    def _asks(self) -> Story:
        yield from self._is_read()
        yield self._at_leisure(0, 2)
        self.offers.asked(self.quote, self.random.choice(words.QUESTIONS))
        yield self._later(0, 1)
        self.talks.call(words.ANSWERS, self._later(3, 5))
        yield from self._decides(2, 12)
        self._accepted_online()

    def _bargains(self) -> Story:
        yield from self._is_read()
        yield from self._is_asked_about()
        then = self._later(1, 4)
        self.talks.call(words.BARGAINS, then, to="negotiation")
        yield then
        self.quote = self.offers.revise(self.quote, self.random.choice((2, 3, 5, 5)))
        yield self._later(0, 1)
        self.offers.send(self.quote)
        self.office.diary.begin(self._deadline(self.quote))
        yield from self._waits()
        yield from self._is_read()
        yield from self._decides(2, 14)
        self._accepted_online()

    def _orders(self) -> Story:
        yield from self._is_read()
        yield from self._is_asked_about()
        yield from self._waits_until(self._later(3, 14))
        self._recorded(self.random.choice(words.ORDERED_HOW))

    def _agrees(self) -> Story:
        yield from self._is_read()
        yield from self._is_asked_about()
        then = self._later(4, 14)
        self.talks.call(words.AGREED, then, to="sent_to_finance")
        yield then
        self._recorded("signed on paper")

    def _hesitates(self) -> Story:
        yield from self._is_read()
        yield from self._is_asked_about()
        last = self.quote.valid_until + timedelta(days=self.random.choice((-2, 1, 2)))
        yield from self._waits_until(self.talks.pace.on(last))
        self.talks.call(words.EXTENDED, self._later(4, 6))
        self.offers.extend(self.quote, 14)
        yield from self._decides(2, 9)
        self._accepted_online()

    def _declines(self) -> Story:
        yield from self._is_read()
        yield from self._decides(3, 20)
        reason = self.random.choice(tuple(words.DECLINED))
        self.offers.declined(self.quote, self.random.choice(words.DECLINED[reason]))
        yield self._later(0, 2)
        self.talks.call(("Asked why. " + self.talks.said(words.LOST_NOTES[reason]),))
        self.talks.lose(reason)

    def _never_answers(self) -> Story:
        given_up = self.quote.valid_until + timedelta(days=self.random.randint(3, 40))
        yield from self._waits_until(self.talks.pace.on(given_up), hope=0)
        self.talks.lose(LostReason.NO_DECISION)

    def _says_no(self) -> Story:
        yield from self._is_read()
        yield from self._is_asked_about()
        if self.deal.number % 2:
            self.talks.call(words.BARGAINS, self._later(2, 5), to="negotiation")
            yield from self._waits()
        yield from self._waits_until(self._later(3, 12))
        reason = self.random.choice((LostReason.PRICE, LostReason.COMPETITOR, LostReason.TIMING))
        self.talks.lose(reason)

    def _is_bargaining(self) -> Story:
        yield from self._is_read()
        yield self._when_due()
        self.talks.call(words.BARGAINS, self._later(3, 6), to="negotiation")
        yield from self._goes_on(words.BARGAINS)

    def _is_agreeing(self) -> Story:
        yield from self._is_read()
        yield self._when_due()
        self.talks.call(words.AGREED, self._later(3, 6), to="sent_to_finance")
        yield from self._goes_on(words.STILL_AGREED)

    def _ignores(self) -> Story:
        yield from self._goes_on(words.AFTER_OFFER_NO_ANSWER, reached=False)

    def _goes_on(self, texts: Sequence[str], *, reached: bool = True) -> Story:
        """Nothing is decided; the seller keeps asking."""
        while True:
            yield self._when_due()
            self.talks.call(texts, self._later(3, 9), reached=reached)

    def _is_read(self) -> Story:
        """Most customers open the link within a day or two; some only read the PDF."""
        if self.random.random() < 0.88:
            yield self._at_leisure(0, 2)
            self.offers.seen(self.quote)

    def _is_asked_about(self) -> Story:
        """The seller calls when the follow-up is due."""
        yield self._when_due()
        if self.random.random() < 0.25:
            self.talks.call(words.AFTER_OFFER_NO_ANSWER, self._later(1, 3), reached=False)
            yield self._when_due()
        self.talks.call(words.AFTER_OFFER, self._later(3, 7))

    def _decides(self, fewest: int, most: int) -> Story:
        """The customer takes so many days, but answers while the offer holds."""
        self._keep_open()
        last = self.talks.pace.evening(self.quote.valid_until)
        wanted = min(self._at_leisure(fewest, most), max(last, self.office.diary.now))
        yield from self._waits_until(wanted)
        self._keep_open()

    def _keep_open(self) -> None:
        if self.quote.is_expired(self.office.diary.today):
            self.offers.extend(self.quote, 14)

    def _waits_until(self, at: datetime, hope: float = 0.55) -> Story:
        """Time passes, and the seller asks whenever the follow-up is due."""
        while (due := self._when_due()) < at:
            yield due
            reached = self.random.random() < hope
            texts = words.AFTER_OFFER if reached else words.AFTER_OFFER_NO_ANSWER
            self.talks.call(texts, self._later(4, 8), reached=reached)
        yield at

    def _waits(self) -> Story:
        """Some customers need weeks for what should take days."""
        if self.deal.number % 4 == 1:
            then = self._later(15, 24)
            self.talks.call(words.WAITING, then)
            yield then

    def _deadline(self, quote: Quote) -> Story:
        """What the calendar does to an offer: the warning, and the end."""
        yield self.talks.pace.early(quote.valid_until - timedelta(days=4))
        self.offers.warned(quote)
        yield self.talks.pace.early(quote.valid_until + timedelta(days=1))
        self.offers.expired(quote)

    def _accepted_online(self) -> None:
        self.offers.signed(self.quote, 10 + self.deal.number % 200)
        self._won()

    def _recorded(self, how: str) -> None:
        self.offers.recorded(self.quote, how)
        self._won()

    def _won(self) -> None:
        self.accepted = self.quote
        if self.random.random() < 0.4:
            self.talks.note(words.WON_NOTES)

    def _lines(self) -> Any:
        country = self.deal.customer.address.country
        return lines(self.talks.items, self.office.catalogue, country)

    def _facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = {"subject": self.talks.said((words.SUBJECTS[self.deal.kind],))}
        if self.random.random() < 0.25:
            facts["notes"] = self.random.choice(words.QUOTE_NOTES)
        if self.random.random() < 0.12:
            facts["discount_percent"] = Decimal(3)
        if self.random.random() < 0.3:
            facts["valid_until"] = self.office.diary.today + timedelta(days=14)
        if self.deal.fate is Fate.IGNORES:
            facts["valid_until"] = self.office.diary.today + timedelta(days=7)
        return facts

    def _when_due(self) -> datetime:
        """The day of the next follow-up, or shortly after: nobody is always on time."""
        due = self.talks.lead.next_follow_up_on or self.office.diary.today
        late = self.random.choices((0, 1, 2), (78, 15, 7))[0]
        wanted = self.talks.pace.on(max(due, self.office.diary.today) + timedelta(days=late))
        return max(wanted, self.office.diary.now + timedelta(minutes=40))

    def _later(self, fewest: int, most: int) -> datetime:
        return self.talks.pace.after(self.office.diary.moment, fewest, most)

    def _at_leisure(self, fewest: int, most: int) -> datetime:
        return self.talks.pace.at_leisure(self.office.diary.moment, fewest, most)
