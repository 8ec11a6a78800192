"""From the texts of a row to the facts of its record, or to the errors that name its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from api.imports.lost_reasons import lost_reason
from api.imports.reading import CLOSE_DATE, Row, RowError, Table, Target, by_outcome
from api.imports.reading.currencies import currencies_of
from api.imports.reading.targets import PARAGRAPHS
from api.imports.reading.values import (
    DayOrder,
    ValueProblem,
    country,
    day,
    email,
    instant,
    moment,
    percentage,
    phone,
    tags,
    text,
    visibility,
    whole_number,
)
from api.imports.stages import StageFinder
from domain.calendar import Moment, zone
from domain.leads import LostReason
from domain.money import amount_problem, decimals, round_to, value_problem
from domain.users import Role

Reader = Callable[[str], Any]

LONGEST_LINE = 255
LONGEST_PROSE = 10_000
LONGEST_SHOWN = 200
PRICE_DECIMALS = 6
MOST_PAYMENT_DAYS = 365
_REMEMBERED = 4_096
_ROLES = {
    **{role.value: role for role in Role},
    "administrator": Role.ADMIN,
    "owner": Role.ADMIN,
    "sales": Role.REP,
    "sales rep": Role.REP,
    "salesperson": Role.REP,
    "user": Role.REP,
    "accounting": Role.FINANCE,
    "read only": Role.VIEWER,
    "read-only": Role.VIEWER,
}
_NAMED_BY = {
    Target.COMPANIES: ("name",),
    Target.CONTACTS: ("name", "email"),
    Target.PRODUCTS: ("name",),
    Target.USERS: ("name", "email"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What the workspace adds to a file: now and its zone, its currency, its stages."""

    moment: Moment
    currency: str
    stages: StageFinder | None = None
    dates: DayOrder | None = None


class FactReader:
    """Reads the rows of one file; every cell that cannot be read is named."""

    def __init__(self, table: Table, target: Target, terms: Terms) -> None:
        self._table, self._terms, self._target = table, terms, target
        self._headings = {field: heading for heading, field in reversed(table.columns.items())}
        self._readers = self._of_leads() if target is Target.LEADS else self._of_others()

    def read(self, row: Row) -> tuple[dict[str, Any], list[RowError]]:
        """The facts of a row, and what is wrong with it."""
        facts: dict[str, Any] = {}
        errors: list[RowError] = []
        for field, written in self._texts(row.values, facts, row.line, errors).items():
            try:
                facts[field] = self._readers[field](written)
            except ValueProblem as problem:
                errors.append(self.error(row, field, problem.message, written))
        facts.pop("currency", None)
        if not isinstance(facts.get("lost_reason", LostReason.PRICE), LostReason):
            facts["lost_note"] = facts.pop("lost_reason")
        named_by = _NAMED_BY.get(self._target)
        if named_by and not any(field in row.values for field in named_by):
            errors.append(self.error(row, named_by[0], "This row has no name."))
        return facts, errors

    def error(self, row: Row, field: str, message: str, written: str | None = None) -> RowError:
        """A problem with a field of a row, by the column that feeds it."""
        heading = self._headings.get(field) or ""
        shown = written
        if field in ("closed_at", "expected_close_on") and field not in row.values:
            heading = heading or self._headings.get(CLOSE_DATE, "")
            shown = shown or row.values.get(CLOSE_DATE)
        if field == "lost_note":
            field = "lost_reason"
        shown = shown if shown is not None else row.values.get(field, "")
        return RowError(row.line, heading, shown[:LONGEST_SHOWN], message)

    def _texts(
        self, values: dict[str, str], facts: dict[str, Any], line: int, errors: list[RowError]
    ) -> dict[str, str]:
        """The texts by field; the stage comes first, since it says what a close date is."""
        finder = self._terms.stages
        if finder is None:
            return values
        stage, rest = finder.first, values
        if "stage" in values:
            rest = {name: written for name, written in values.items() if name != "stage"}
            try:
                stage = finder.find(values["stage"])
                facts["stage"] = stage.key
            except ValueProblem as problem:
                shown = values["stage"][:LONGEST_SHOWN]
                errors.append(
                    RowError(line, self._headings.get("stage", ""), shown, problem.message)
                )
        return by_outcome(rest, not stage.is_open)

    def _of_leads(self) -> dict[str, Reader]:
        return {
            **dict.fromkeys(("title", "contact_name", "company", "owner", "source"), _line),
            "external_id": _line,
            "contact_email": _email,
            "contact_phone": phone,
            "value": self._value,
            "currency": self._currency,
            "expected_close_on": self._day,
            "next_follow_up_on": self._day,
            "visibility": visibility,
            "tags": tags,
            "created_at": self._past,
            "closed_at": self._past,
            "lost_reason": _lost_reason,
            "note": _prose,
        }

    def _of_others(self) -> dict[str, Reader]:
        own: dict[str, Reader] = {
            "email": _email,
            "billing_email": _email,
            "phone": phone,
            "country": country,
            "payment_days": _payment_days,
            "unit_price": self._price,
            "currency": self._currency,
            "tax_rate": _tax_rate,
            "role": _role,
        }
        return {
            field: own.get(field, _prose if field in PARAGRAPHS else _line)
            for field in self._table.fields
        }

    def _value(self, written: str) -> Decimal:
        currency = self._terms.currency
        value = round_to(self._amount("value", written), decimals(currency))
        return _within(value, amount_problem(value, currency))

    def _price(self, written: str) -> Decimal:
        price = round_to(self._amount("unit_price", written), PRICE_DECIMALS)
        return _within(price, value_problem(price, PRICE_DECIMALS))

    def _amount(self, field: str, written: str) -> Decimal:
        read = self._table.amount(field, written)
        if not read.may_be_in(self._terms.currency):
            raise ValueProblem(self._other_currency())
        if read.value < 0:
            raise ValueProblem("This is below zero.")
        return read.value

    def _currency(self, written: str) -> str:
        if self._terms.currency not in currencies_of(written):
            raise ValueProblem(self._other_currency())
        return self._terms.currency

    def _other_currency(self) -> str:
        return f"This workspace works in {self._terms.currency}; convert amounts to it first."

    def _day(self, written: str) -> date:
        return _day(written, self._terms.dates, self._terms.moment.zone_name)

    def _past(self, written: str) -> datetime:
        """A day is its noon; today, before noon, it is now."""
        now = self._terms.moment
        read, is_day = _instant(written, self._terms.dates, now.zone_name)
        return min(read, now.now) if is_day and now.day_of(read) == now.today else read


def _line(written: str) -> str:
    return text(" ".join(written.split()), LONGEST_LINE)


def _prose(written: str) -> str:
    return text(written, LONGEST_PROSE)


@lru_cache(_REMEMBERED)
def _email(written: str) -> str:
    return text(email(text(written, 2_000)).lower(), 254)


@lru_cache(_REMEMBERED)
def _day(written: str, order: DayOrder | None, zone_name: str) -> date:
    return day(moment(written, order), zone(zone_name))


@lru_cache(_REMEMBERED)
def _instant(written: str, order: DayOrder | None, zone_name: str) -> tuple[datetime, bool]:
    read = moment(written, order)
    return instant(read, zone(zone_name)), not isinstance(read, datetime)


def _lost_reason(written: str) -> LostReason | str:
    return lost_reason(written) or _prose(written)


def _payment_days(written: str) -> int:
    days = whole_number(written)
    if days > MOST_PAYMENT_DAYS:
        raise ValueProblem(f"At most {MOST_PAYMENT_DAYS} days are possible.")
    return days


def _tax_rate(written: str) -> Decimal:
    rate = round_to(percentage(written), 4)
    if not 0 <= rate <= 100:
        raise ValueProblem("A tax rate is between 0 and 100 percent.")
    return rate


def _role(written: str) -> Role:
    found = _ROLES.get(written.casefold())
    if found is None:
        raise ValueProblem(f"There is no such role. Use one of: {', '.join(Role)}.")
    return found


def _within(value: Decimal, problem: str | None) -> Decimal:
    if problem is not None:
        raise ValueProblem(problem)
    return value
