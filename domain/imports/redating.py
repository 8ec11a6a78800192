"""A file that says another day of creating or closing than before: the recorded moves follow it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from domain.calendar import Month
from domain.errors import Invalid
from domain.leads import Lead, LeadRepository, StageChange

if TYPE_CHECKING:
    from domain.imports.leads import LeadBatch


class Redating:
    """Other instants for the first and the closing move of a lead."""

    def __init__(self, batch: LeadBatch, lead: Lead, moves: list[StageChange]) -> None:
        self.batch, self.lead, self.moves = batch, lead, moves
        self.instants = [move.at for move in moves]

    @classmethod
    def planned(cls, batch: LeadBatch, lead: Lead, dates: dict[str, Any]) -> Redating | None:
        """The moves at their new instants; refused where they would not follow one another."""
        moves = LeadRepository(batch.session).moves(lead.id)
        if not moves:
            return None
        redating = cls(batch, lead, moves)
        if "created_at" in dates:
            redating.instants[0] = dates["created_at"]
        if "closed_at" in dates and not lead.is_open:
            redating.instants[-1] = max(dates["closed_at"], redating.instants[0])
        if redating.instants != sorted(redating.instants):
            raise Invalid("created_at", "A lead is created before it moves.")
        return redating

    def write(self) -> None:
        """Date the moves and the lead."""
        earlier: datetime | None = None
        for move, at in zip(self.moves, self.instants, strict=True):
            move.at, move.on_day = at, self.batch.moment.day_of(at)
            move.month = Month.of(move.on_day).first
            move.stayed = None if earlier is None else int((at - earlier).total_seconds())
            earlier = at
        first, last = self.moves[0], self.moves[-1]
        lead = self.lead
        lead.created_at, lead.created_on = first.at, first.on_day
        lead.stage_entered_at, lead.stage_entered_on = last.at, last.on_day
        if not lead.is_open:
            lead.closed_at, lead.closed_on = last.at, last.on_day
