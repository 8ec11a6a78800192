"""What a question about figures may say: months, figures and groups, each bounded."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path
from pydantic import Field

from api.dependencies import Filters
from api.schema import MONTH, MonthText
from domain.calendar import Month
from domain.errors import Invalid
from domain.metrics import MOST_MONTHS, Figure

EARLIEST, LATEST = Month(1900, 1), Month(2999, 12)

MonthInPath = Annotated[
    str,
    Path(
        pattern=MONTH,
        description="A month in the workspace's zone.",
        examples=["2026-11"],
    ),
]


class MonthQuery(Filters):
    """Which month; the present one by default."""

    month: MonthText | None = None


class OwnerQuery(Filters):
    """Whose deals; all by default."""

    owner: Annotated[UUID | None, Field(description="A user's id: figures of their deals.")] = None


class SummaryQuery(MonthQuery, OwnerQuery):
    """Which month, and whose deals."""


class MonthsQuery(OwnerQuery):
    """Which months, both included; the twelve up to the present one by default."""

    from_: Annotated[MonthText | None, Field(alias="from")] = None
    to: MonthText | None = None

    def span(self, present: Month) -> tuple[Month, Month]:
        """The first and last month; refused where there are more than 120 or none between."""
        last = read_month(self.to, "to") if self.to else present
        first = read_month(self.from_, "from") if self.from_ else _months_before(last, 11)
        count = (last.year - first.year) * 12 + last.number - first.number + 1
        if count < 1:
            raise Invalid("from", "Give a first month that is not after the last one.")
        if count > MOST_MONTHS:
            raise Invalid("from", f"Ask for at most {MOST_MONTHS} months at once.")
        return first, last


class BehindQuery(Filters):
    """Which figure to open, and by which of its groups; an empty `source` means none was named."""

    figure: Figure
    stage: Annotated[str | None, Field(max_length=64, description="A stage's key.")] = None
    source: Annotated[str | None, Field(max_length=255)] = None
    owner: Annotated[UUID | None, Field(description="A user's id.")] = None

    def groups(self) -> dict[str, Any]:
        """The groups that were named; an empty stage or owner names none."""
        named = {"stage": self.stage or None, "source": self.source, "owner": self.owner}
        return {name: value for name, value in named.items() if value is not None}


def read_month(text: str, field: str = "month") -> Month:
    """A month between 1900 and 2999."""
    month = Month.parse(text, field)
    if not EARLIEST <= month <= LATEST:
        raise Invalid(field, "Give a month between 1900-01 and 2999-12.")
    return month


def _months_before(month: Month, count: int) -> Month:
    for _ in range(count):
        month = max(month.previous, EARLIEST)
    return month
