"""The story of an invoice: issued when the goods have come, paid in time or late, or taken back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from api.sample_data import words
from api.sample_data.basket import lines
from api.sample_data.bills import Bills
from api.sample_data.diary import Story
from api.sample_data.office import Office
from api.sample_data.talks import Talks
from domain.calendar import Month
from domain.documents.arithmetic import totals
from domain.invoices import Invoice, WantedCredit
from domain.money import rounded
from domain.quotes import Quote


class Habit(Enum):
    """How a customer pays."""

    IN_TIME = "in time"
    LATE = "some days late"
    IN_PARTS = "in two parts"
    VERY_LATE = "weeks late"
    NEVER = "not at all so far"
    TOO_MUCH = "more than is owed"
    BOUNCES = "by a transfer that is called back"
    RETURNS = "after a line was credited"
    WRONG = "another invoice than the first"


RARE = (
    (31, 9, Habit.NEVER),
    (23, 12, Habit.TOO_MUCH),
    (29, 20, Habit.BOUNCES),
    (19, 5, Habit.WRONG),
    (17, 8, Habit.RETURNS),
    (7, 4, Habit.IN_PARTS),
    (11, 7, Habit.VERY_LATE),
    (4, 1, Habit.LATE),
)
"""Every so many invoices, beginning with which, is paid how."""


@dataclass
class Settling:
    """The invoice of one won deal, and what follows from it."""

    office: Office
    talks: Talks

    def __post_init__(self) -> None:
        self.random = self.talks.random
        self.bills = Bills(self.office, self.talks.owner)

    def after(self, quote: Quote) -> Story:
        """Bill an accepted offer once it is delivered."""
        yield self._later(1, 6)
        invoice = self.bills.draft(quote, self._facts(quote))
        yield self._later(3, 11)
        yield from self._is_issued(invoice, quote)

    def without_offer(self) -> Story:
        """Bill what was ordered by phone."""
        wanted = lines(
            self.talks.items, self.office.catalogue, self.talks.deal.customer.address.country
        )
        yield self._later(1, 3)
        invoice = self.bills.draft_without_offer(self.talks.lead, wanted, {})
        yield self._later(2, 6)
        yield from self._is_issued(invoice, None)

    def worth(self) -> Decimal:
        """What the deal comes to at list price, net."""
        country = self.talks.deal.customer.address.country
        wanted = lines(self.talks.items, self.office.catalogue, country)
        currency = self.office.workspace.currency
        return totals([line.terms for line in wanted], (), currency).net_total

    def _is_issued(self, invoice: Invoice, quote: Quote | None) -> Story:
        self.bills.issue(invoice)
        self.bills.send(invoice)
        habit = _habit(next(self.office.invoices))
        if habit is Habit.WRONG and quote is not None:
            yield from self._is_replaced(invoice, quote)
        else:
            self.office.diary.begin(self._falls_due(invoice))
            yield from self._is_paid(invoice, habit)

    def _is_replaced(self, invoice: Invoice, quote: Quote) -> Story:
        yield self._later(2, 6)
        note = self.bills.credit(invoice, self.random.choice(words.WRONG_INVOICE))
        self.bills.send(note)
        again = self.bills.draft(quote, {"buyer_reference": f"Cost centre {self._digits(4)}"})
        yield self._later(0, 1)
        self.bills.issue(again)
        self.bills.send(again)
        self.office.diary.begin(self._falls_due(again))
        yield from self._is_paid(again, Habit.IN_TIME)

    def _is_paid(self, invoice: Invoice, habit: Habit) -> Story:
        if habit is Habit.NEVER:
            return
        if habit is Habit.RETURNS:
            yield self._later(3, 8)
            self._return_some(invoice)
        if habit is Habit.IN_PARTS:
            yield self._around_due(invoice, -4, 2)
            self.bills.receive(invoice, self._half(invoice))
            yield self._around_due(invoice, 24, 45)
        elif habit is Habit.BOUNCES:
            yield self._around_due(invoice, -3, 0)
            payment = self.bills.receive(invoice)
            yield self._later(2, 4)
            self.bills.bounce(invoice, payment, "Returned by the bank: account closed")
            yield self._later(6, 12)
        else:
            yield self._around_due(invoice, *_DAYS.get(habit, (-8, 1)))
        self.bills.receive(invoice, self._too_much(invoice) if habit is Habit.TOO_MUCH else None)

    def _return_some(self, invoice: Invoice) -> None:
        """Credit one unit of the last line, as after goodwill or breakage."""
        line = invoice.lines[-1]
        wanted = WantedCredit(line.id, quantity=Decimal(1))
        reason = self.random.choice(words.CREDIT_REASONS[line.unit])
        self.bills.send(self.bills.credit(invoice, reason, (wanted,)))

    def _falls_due(self, invoice: Invoice) -> Story:
        assert invoice.due_on is not None
        yield self.talks.pace.early(invoice.due_on + timedelta(days=1))
        if self.bills.is_owed(invoice, self.office.diary.today):
            self.bills.note_overdue()

    def _facts(self, quote: Quote) -> dict[str, Any]:
        """What finance adds: the customer's order number, and the months that a contract covers."""
        facts: dict[str, Any] = {}
        if "order" in (quote.accepted_how or "") or self.random.random() < 0.2:
            facts["purchase_order"] = f"45{self._digits(8)}"
        if self.talks.deal.kind in ("service", "rental"):
            first = Month.of(self.office.diary.today).next
            months = max(int(line.quantity) for line in quote.lines if line.unit == "month")
            facts["supply_from"], facts["supply_to"] = first.first, _last_day(first, months)
        return facts

    def _half(self, invoice: Invoice) -> Decimal:
        return rounded(invoice.balance / 2, invoice.currency)

    def _too_much(self, invoice: Invoice) -> Decimal:
        """Somebody pays the sum before the discount, or just rounds up."""
        return rounded(invoice.balance, invoice.currency) + self.random.choice((10, 25, 50))

    def _around_due(self, invoice: Invoice, fewest: int, most: int) -> datetime:
        assert invoice.due_on is not None
        day = invoice.due_on + timedelta(days=self.random.randint(fewest, most))
        return max(self.talks.pace.on(day), self._later(1, 2))

    def _later(self, fewest: int, most: int) -> datetime:
        return self.talks.pace.after(self.office.diary.moment, fewest, most)

    def _digits(self, count: int) -> str:
        return "".join(self.random.choices("0123456789", k=count))


_DAYS = {Habit.LATE: (4, 15), Habit.VERY_LATE: (25, 60)}


def _habit(number: int) -> Habit:
    for every, place, habit in RARE:
        if number % every == place:
            return habit
    return Habit.IN_TIME


def _last_day(first: Month, months: int) -> date:
    month = first
    for _ in range(min(months, 36) - 1):
        month = month.next
    return month.last
