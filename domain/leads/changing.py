"""Changing a lead: which fields whom it takes, and what a change of stage brings with it."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from domain.errors import Invalid
from domain.leads.acting import LeadActs
from domain.leads.closing import consult
from domain.leads.model import Lead, Visibility, require_lost_reason
from domain.leads.permitted import demand_contribution, demand_writing
from domain.money import rounded
from domain.pipelines import Outcome, Pipeline

CONTRIBUTED = frozenset({"next_follow_up_on"})
"""What colleagues may change of a public lead that is not theirs."""


@dataclass
class LeadChanges:
    """A set of wanted changes by field name; stage is a key, customers are ids."""

    fields: dict[str, Any] = field(default_factory=dict)

    def demand_right(self, lead: Lead, acts: LeadActs) -> None:
        """Refuse what the viewer may not change of this lead."""
        if set(self.fields) <= CONTRIBUTED:
            demand_contribution(lead, acts.viewer)
        else:
            demand_writing(lead, acts.viewer)

    def apply(self, lead: Lead, pipeline: Pipeline, acts: LeadActs) -> None:
        """Make all changes; the stage comes before the dates that belong to it."""
        self.demand_right(lead, acts)
        self._plain(lead)
        if "tags" in self.fields:
            acts.tag(lead, self.fields["tags"] or [])
        self._stage(lead, pipeline, acts)
        self._dates(lead, pipeline)
        acts.session.flush()
        if self.fields.keys() & {"title", "contact_id", "company_id", "external_id"}:
            acts.index(lead)

    def _plain(self, lead: Lead) -> None:
        given = self.fields
        for name in ("title", "owner_id", "visibility"):
            if name in given:
                if given[name] is None:
                    raise Invalid(name, "A lead always has this.")
                setattr(lead, name, given[name])
        for name in ("contact_id", "company_id", "external_id"):
            if name in given:
                setattr(lead, name, given[name])
        if "source" in given:
            lead.name_source(given["source"])
        if "value" in given:
            lead.value = rounded(given["value"] or Decimal(0), lead.currency)
        if lead.visibility is Visibility.PUBLIC and "visibility" in given:
            lead.happened("lead.made_public")

    def _stage(self, lead: Lead, pipeline: Pipeline, acts: LeadActs) -> None:
        if self.fields.get("stage") is not None:
            stage = pipeline.stage(self.fields["stage"])
            if stage.outcome is Outcome.LOST and lead.stage_id != stage.id:
                require_lost_reason(self.fields.get("lost_reason"))
            if not stage.is_open and lead.stage_id != stage.id:
                consult(acts, lead, stage, self.fields.get("open_quotes"))
            acts.move(
                lead,
                stage,
                pipeline,
                lost_reason=self.fields.get("lost_reason"),
                lost_note=self.fields.get("lost_note"),
            )
        if lead.outcome is Outcome.LOST:
            for name in ("lost_reason", "lost_note"):
                if self.fields.get(name) is not None:
                    setattr(lead, name, self.fields[name])
        elif self.fields.get("lost_reason") is not None:
            raise Invalid("lost_reason", "Only a lost lead has a reason for losing it.")

    def _dates(self, lead: Lead, pipeline: Pipeline) -> None:
        given = self.fields
        if "expected_close_on" in given:
            stage = pipeline.stage_by_id(lead.stage_id)
            if given["expected_close_on"] is None and pipeline.is_from_proposal_on(stage):
                raise Invalid(
                    "expected_close_on", f"A lead in {stage.name} has an expected close; change it."
                )
            lead.expected_close_on = given["expected_close_on"]
        if "next_follow_up_on" in given:
            day = given["next_follow_up_on"]
            if day is None and lead.is_open:
                raise Invalid("next_follow_up_on", "An open lead always has a next follow-up.")
            if day is not None:
                lead.follow_up(day)
