"""The leads behind a figure, as rows of the lead list with what each of them counted for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.calendar import Moment, Month
from domain.leads import Lead, LeadRepository
from domain.leads.listing import LISTING, LeadRow
from domain.metrics.counted import Figure, leads_behind
from domain.pipelines import Stage
from domain.repository import Page, Paging, keyset_page
from domain.search import folded

WIDTH = len(LeadRow._fields) - 1


@dataclass(frozen=True, slots=True)
class CountedLead:
    """A lead as it is now, and the value, probability and mark under which it counted then."""

    row: LeadRow
    value: Decimal
    probability: int | None
    slipped: bool


@dataclass
class LeadsBehind:
    """Opens figures to their leads for one viewer."""

    session: Session
    moment: Moment

    def page(
        self, figure: Figure, month: Month, filters: Mapping[str, Any], paging: Paging
    ) -> tuple[list[CountedLead], Page]:
        """One page of the leads that a figure counts, narrowed to one stage, source or owner."""
        counted = leads_behind(figure, month, self.moment.today).subquery("counted")
        statement = LISTING.add_columns(
            counted.c.value.label("counted_value"),
            counted.c.probability.label("counted_probability"),
            counted.c.slipped.label("counted_slipped"),
        ).join(counted, counted.c.lead_id == Lead.id)
        if "stage" in filters:
            stages = select(Stage.id).where(Stage.key == filters["stage"])
            statement = statement.where(counted.c.stage_id.in_(stages))
        if "source" in filters:
            statement = statement.where(counted.c.source_key == folded(filters["source"]))
        if "owner" in filters:
            statement = statement.where(counted.c.owner_id == filters["owner"])
        sort, mark = LeadRepository.sorts[paging.sort], (figure, str(month), filters)
        page = keyset_page(self.session, statement, Lead.id, sort, paging, mark)
        return [_counted(row) for row in page.rows], page


def _counted(row: Any) -> CountedLead:
    return CountedLead(
        LeadRow(*row[:WIDTH]),
        row.counted_value,
        row.counted_probability,
        bool(row.counted_slipped),
    )
