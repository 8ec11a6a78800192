"""Bringing what a file says differently now into a lead that an earlier import knew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from domain.customers import Contact
from domain.imports.lead_making import add_note, check_story, customer_of
from domain.imports.redating import Redating
from domain.leads import (
    Lead,
    LeadChanges,
    Visibility,
    demand_contribution,
    demand_writing,
    refresh_leads_of,
)
from domain.leads.closing import consult
from domain.money import rounded
from domain.pipelines import Outcome, Stage

if TYPE_CHECKING:
    from domain.imports.leads import LeadBatch

_OF_PERSON = frozenset({"contact_name", "contact_email", "contact_phone"})
_DATES = ("expected_close_on", "next_follow_up_on")
_CONTRIBUTED = frozenset({"next_follow_up_on", "note"})


def plan_lead_revision(
    batch: LeadBatch, facts: dict[str, Any], lead: Lead, changed: dict[str, Any]
) -> Callable[[], bool]:
    """Check the facts that differ and find their customers; nothing is written yet."""
    if changed.keys() <= _CONTRIBUTED:
        demand_contribution(lead, batch.run.viewer)
    else:
        demand_writing(lead, batch.run.viewer)
    present = batch.pipeline.stage_by_id(lead.stage_id)
    stage = (batch.stage(changed) or present) if "stage" in changed else present
    check_story(batch, facts, batch.stage(facts) or stage)
    revision = LeadRevision(batch, lead, facts, changed, present, stage)
    revision.plan()
    return revision.write


class LeadRevision:
    """What becomes of one lead: fields that differ, a move, other dates, a note."""

    def __init__(
        self,
        batch: LeadBatch,
        lead: Lead,
        facts: dict[str, Any],
        changed: dict[str, Any],
        present: Stage,
        stage: Stage,
    ) -> None:
        self.batch, self.lead, self.facts, self.changed = batch, lead, facts, changed
        self.present, self.stage = present, stage
        self.fields: dict[str, Any] = {}
        self.person: tuple[Contact, dict[str, Any]] | None = None
        self.redating: Redating | None = None

    @property
    def moves(self) -> bool:
        """Whether the lead changes its stage."""
        return self.stage is not self.present

    def plan(self) -> None:
        """Work out every difference between the file and the lead."""
        wanted = {**self._plain(), **self._customer()}
        if "owner" in self.changed:
            wanted["owner_id"] = self.batch.owner(self.changed["owner"])
        self.fields = {
            name: value for name, value in wanted.items() if getattr(self.lead, name) != value
        }
        dated = ("created_at",) if self.moves else ("created_at", "closed_at")
        dates = {name: self.changed[name] for name in dated if name in self.changed}
        if dates:
            self.redating = Redating.planned(self.batch, self.lead, dates)

    def write(self) -> bool:
        """Write the differences, and say whether there was any."""
        lead, acts, pipeline = self.lead, self.batch.acts, self.batch.pipeline
        before = lead.version
        if self.moves and not self.stage.is_open:
            consult(acts, lead, self.stage, None)
        if self.redating is not None:
            self.redating.write()
        dates = {name: self.fields.pop(name) for name in _DATES if name in self.fields}
        LeadChanges(self.fields).apply(lead, pipeline, acts)
        if self.moves:
            self._move()
        if dates:
            LeadChanges(dates).apply(lead, pipeline, acts)
        self._lost_reason()
        self.batch.session.flush()
        return any((lead.version != before, self._noted(), self._person_revised()))

    def _plain(self) -> dict[str, Any]:
        changed = self.changed
        names = ("title", "source", "external_id", "expected_close_on")
        wanted = {name: changed[name] for name in names if name in changed}
        if "value" in changed:
            wanted["value"] = rounded(changed["value"], self.lead.currency)
        if "visibility" in changed:
            wanted["visibility"] = Visibility(changed["visibility"])
        if "tags" in changed:
            wanted["tags"] = list(changed["tags"])
        if "next_follow_up_on" in changed and self.stage.is_open:
            wanted["next_follow_up_on"] = changed["next_follow_up_on"]
        return wanted

    def _customer(self) -> dict[str, Any]:
        """Another address is another person; another name under the same address is not."""
        changed = self.changed
        if not changed.keys() & {*_OF_PERSON, "company"}:
            return {}
        contact, company = customer_of(self.batch, self.facts)
        wanted: dict[str, Any] = {}
        if "company" in changed and company is not None:
            wanted["company_id"] = company.id
        if contact is None or not changed.keys() & _OF_PERSON:
            return wanted
        if "contact_email" in changed or "contact_email" not in self.facts:
            wanted["contact_id"] = contact.id
        else:
            facts = {"name": changed.get("contact_name"), "phone": changed.get("contact_phone")}
            differing = {
                name: value
                for name, value in facts.items()
                if value is not None and getattr(contact, name) != value
            }
            self.person = (contact, differing) if differing else None
        return wanted

    def _move(self) -> None:
        at = None
        if not self.stage.is_open and "closed_at" in self.facts:
            at = max(self.facts["closed_at"], self.lead.stage_entered_at)
        self.batch.acts.move(
            self.lead,
            self.stage,
            self.batch.pipeline,
            lost_reason=self.facts.get("lost_reason"),
            lost_note=self.facts.get("lost_note"),
            at=at,
        )

    def _lost_reason(self) -> None:
        if self.lead.outcome is Outcome.LOST:
            self.lead.lost_reason = self.changed.get("lost_reason", self.lead.lost_reason)
            self.lead.lost_note = self.changed.get("lost_note", self.lead.lost_note)

    def _noted(self) -> bool:
        if "note" in self.changed:
            add_note(self.batch, self.lead, self.changed["note"])
        return "note" in self.changed

    def _person_revised(self) -> bool:
        contact, facts = self.person or (None, {})
        if contact is None or contact not in self.batch.session:
            return False
        contact.revise(facts)
        self.batch.customers.know_better(contact)
        refresh_leads_of(self.batch.session, contact)
        return True
