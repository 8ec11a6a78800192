"""Which deals come up in the year: when, from where, with whom, for what, to what end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from random import Random
from typing import TypeVar

from api.sample_data.pace import Pace, at_work
from api.sample_data.tables import Customer, Human, customers
from api.sample_data.team import SELLERS
from domain.calendar import Moment, Month

T = TypeVar("T")
LEADS = 420
MONTHS = 14
"""Full months that are told before this one; the first two of them only warm up."""
SEASON = (1.05, 1.0, 1.15, 1.0, 0.95, 0.9, 0.7, 0.65, 1.2, 1.2, 1.15, 0.65)
"""How busy each month of the year is, January first."""


class Fate(Enum):
    """What becomes of a deal."""

    SIGNS = "accepts online"
    ASKS = "asks a question, then accepts online"
    BARGAINS = "accepts a revised offer"
    ORDERS = "orders by e-mail"
    PAPERWORK = "agrees by phone, then signs on paper"
    HESITATES = "accepts after the offer was extended"
    BY_HAND = "orders by phone without an offer"
    RETURNS = "is lost, and comes back months later"
    IS_NONE = "is no lead"
    SILENT = "is never reached"
    UNFIT = "does not fit"
    POSTPONES = "has no budget or no time"
    DECLINES = "declines online"
    EXPIRES = "never answers the offer"
    SAYS_NO = "says no by phone"
    IS_DRAFTED = "has an offer that is still being written"
    BARGAINING = "is still bargaining"
    AGREEING = "has agreed, and the paperwork is under way"
    IGNORES = "has let the offer run out, and is still asked about it"


UNDECIDED = (Fate.AGREEING, Fate.BARGAINING, Fate.IS_DRAFTED, Fate.IGNORES)
"""How some of the deals stand that came up three to nine weeks ago."""


WINS = (
    (Fate.SIGNS, 30),
    (Fate.ASKS, 10),
    (Fate.BARGAINS, 19),
    (Fate.ORDERS, 12),
    (Fate.PAPERWORK, 18),
    (Fate.HESITATES, 5),
    (Fate.BY_HAND, 8),
)
LOSSES = (
    (Fate.IS_NONE, 9),
    (Fate.SILENT, 23),
    (Fate.UNFIT, 16),
    (Fate.POSTPONES, 22),
    (Fate.DECLINES, 9),
    (Fate.EXPIRES, 9),
    (Fate.SAYS_NO, 8),
    (Fate.RETURNS, 2),
)

SOURCES = (
    ("Website", 30, 0.21),
    ("Referral", 15, 0.40),
    ("Trade fair", 14, 0.25),
    ("Cold call", 19, 0.09),
    ("LinkedIn", 13, 0.14),
    ("Existing customer", 0, 0.48),
)
"""Where leads come from: how many of a hundred, and how often they are won."""
KINDS = (("machine", 44), ("rental", 18), ("coffee", 16), ("service", 14), ("workshop", 8))
LOYAL_KINDS = (("machine", 22), ("rental", 10), ("coffee", 36), ("service", 22), ("workshop", 10))


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal as fate has it; from `until` on its owner has let it lie."""

    number: int
    opened_at: datetime
    until: datetime
    customer: Customer
    human: Human
    source: str
    owner: str
    kind: str
    fate: Fate
    is_private: bool
    random: Random


def deals(end: Moment) -> Iterator[Deal]:
    """Every deal of the months before this one and of this one so far, in order of time."""
    random = Random("macchiato")
    known: list[Customer] = []
    loyal: dict[str, datetime] = {}
    for number, opened_at in enumerate(_openings(end, random)):
        customer = _customer(number, known, random)
        source, chance = _source(loyal.get(customer.name, end.now) < opened_at, random)
        seller = random.choices(SELLERS, [one.share for one in SELLERS])[0]
        wins = random.random() < chance * seller.skill
        kinds = LOYAL_KINDS if source == "Existing customer" else KINDS
        if wins:
            loyal.setdefault(customer.name, opened_at + timedelta(days=50))
        yield Deal(
            number=number,
            opened_at=opened_at,
            until=_until(number, opened_at, end),
            customer=customer,
            human=random.choice(customer.people),
            source=source,
            owner=seller.key,
            kind=_drawn(kinds, random),
            fate=_fate(number, opened_at, end, _drawn(WINS if wins else LOSSES, random)),
            is_private=number % 37 == 11 or (number > LEADS - 60 and number % 11 == 4),
            random=Random(f"deal {number}"),
        )


def first_day(end: Moment) -> date:
    """The first day of the year that is told."""
    month = Month.of(end.today)
    for _ in range(MONTHS):
        month = month.previous
    return month.first


def _openings(end: Moment, random: Random) -> list[datetime]:
    """The instants up to yesterday at which leads come in, more in busy months and with time."""
    first, count = first_day(end), (end.today - first_day(end)).days
    days = [first + timedelta(days=place) for place in range(count)]
    weights = [
        SEASON[day.month - 1] * (0.85 + 0.4 * place / count) * (at_work(day) == day)
        for place, day in enumerate(days)
    ]
    pace = Pace(random, end.zone_name)
    return sorted(pace.on(day) for day in random.choices(days, weights, k=LEADS))


def _customer(number: int, known: list[Customer], random: Random) -> Customer:
    """A new customer as long as there are any to come, in even steps, else one of the known."""
    everybody = customers()
    due = 8 + number * len(everybody) * 100 // (LEADS * 92)
    if len(known) < min(due, len(everybody)) and random.random() < 0.6:
        shuffled = Random("order of customers").sample(everybody, len(everybody))
        known.append(shuffled[len(known)])
        return known[-1]
    if not known:
        return _customer(number, known, random)
    return random.choices(known, [1 + 12 / (8 + place) for place in range(len(known))])[0]


def _source(is_loyal: bool, random: Random) -> tuple[str, float]:
    if is_loyal and random.random() < 0.55:
        name, _, chance = SOURCES[-1]
        return name, chance
    name, _, chance = random.choices(SOURCES, [weight for _, weight, _ in SOURCES])[0]
    return name, chance


def _fate(number: int, opened_at: datetime, end: Moment, drawn: Fate) -> Fate:
    """Some deals are undecided today, so that there is one of each kind on any day."""
    weeks = (end.now - opened_at) / timedelta(weeks=1)
    if number % 3 == 0 and 3.5 < weeks < 8:
        return UNDECIDED[number // 3 % len(UNDECIDED)]
    return drawn


def _until(number: int, opened_at: datetime, end: Moment) -> datetime:
    """Some deals of the last weeks are left lying for a few days, as happens to all of us."""
    if number % 9 == 3 and opened_at > end.now - timedelta(days=80):
        return max(opened_at, end.now - timedelta(days=2 + number % 9))
    return end.now


def _drawn(choices: tuple[tuple[T, int], ...], random: Random) -> T:
    return random.choices([one for one, _ in choices], [weight for _, weight in choices])[0]
