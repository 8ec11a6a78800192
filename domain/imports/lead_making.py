"""Making a lead of a row, with the moves that brought it where it stands."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from domain.customers import Company, Contact
from domain.errors import Invalid
from domain.leads import Activity, ActivityKind, Lead, LeadTag, Visibility, search_texts
from domain.money import rounded
from domain.pipelines import Outcome, Stage
from domain.search import folded

if TYPE_CHECKING:
    from domain.imports.leads import LeadBatch

NAMED_BY = frozenset({"title", "contact_name", "contact_email", "company"})


def make_lead(batch: LeadBatch, facts: dict[str, Any]) -> Lead:
    """Add a lead as its row tells: created and closed when it says, else today.

    No owner is the caller, no stage the first one; a follow-up without a date falls on a coming
    working day of the owner.
    """
    stage = batch.stage(facts) or batch.first_stage
    check_story(batch, facts, stage)
    if not facts.keys() & NAMED_BY:
        raise Invalid("title", "Give the lead a title, a contact or a company.")
    owner_id = batch.owner(facts.get("owner"))
    contact, company = customer_of(batch, facts)
    lead = _lead(batch, facts, owner_id, stage, contact, company)
    if stage.is_open and lead.next_follow_up_on is None:
        lead.next_follow_up_on = batch.run.agenda.next_free_day(owner_id)
    batch.additions.add(lead, *search_texts(lead, contact, company))
    _record_moves(batch, lead, stage, facts)
    _add_tags_and_note(batch, lead, facts)
    batch.note_source(lead.source)
    lead.happened("lead.created")
    return lead


def check_story(batch: LeadBatch, facts: dict[str, Any], stage: Stage) -> None:
    """Refuse what cannot have happened: the future, closing before creating, closing while open."""
    now, day_of = batch.moment.now, batch.moment.day_of
    created_at, closed_at = facts.get("created_at", now), facts.get("closed_at", now)
    if created_at > now:
        raise Invalid("created_at", "This lies in the future.")
    if closed_at > now:
        raise Invalid("closed_at", "This lies in the future.")
    if stage.is_open and "closed_at" in facts:
        raise Invalid("closed_at", "Only a lead in a won or lost stage has been closed.")
    if "created_at" in facts and day_of(closed_at) < day_of(created_at):
        raise Invalid("closed_at", "A lead is closed after it was created.")
    if stage.outcome is not Outcome.LOST and facts.keys() & {"lost_reason", "lost_note"}:
        raise Invalid("lost_reason", "Only a lost lead has a reason for losing it.")


def customer_of(batch: LeadBatch, facts: dict[str, Any]) -> tuple[Contact | None, Company | None]:
    """The contact and the company that a row names, made where there is none."""
    company = batch.customers.company(facts["company"]) if "company" in facts else None
    return batch.customers.contact(
        facts.get("contact_name"), facts.get("contact_email"), facts.get("contact_phone"), company
    )


def add_note(batch: LeadBatch, lead: Lead, text: str) -> None:
    """Add a note to the lead's timeline."""
    note = Activity(
        lead_id=lead.id,
        kind=ActivityKind.NOTE,
        body=text,
        happened_at=batch.moment.now,
        by_id=batch.run.viewer.user_id,
        by_name=batch.run.viewer.name,
    )
    note.happened("activity.logged")
    batch.additions.add(note)


def _lead(
    batch: LeadBatch,
    facts: dict[str, Any],
    owner_id: UUID,
    stage: Stage,
    contact: Contact | None,
    company: Company | None,
) -> Lead:
    named = company or contact
    created_at: datetime = facts.get("created_at") or facts.get("closed_at") or batch.moment.now
    return Lead(
        title=facts.get("title") or (named.name if named else ""),
        contact_id=contact.id if contact else None,
        company_id=company.id if company else None,
        owner_id=owner_id,
        pipeline_id=batch.pipeline.id,
        stage_id=stage.id,
        source=facts.get("source"),
        value=rounded(facts.get("value", Decimal(0)), batch.run.currency),
        currency=batch.run.currency,
        expected_close_on=facts.get("expected_close_on"),
        next_follow_up_on=facts.get("next_follow_up_on"),
        visibility=Visibility(facts.get("visibility", Visibility.PUBLIC)),
        external_id=facts.get("external_id"),
        created_at=created_at,
        created_on=batch.moment.day_of(created_at),
        stage_entered_at=created_at,
        stage_entered_on=batch.moment.day_of(created_at),
    )


def _record_moves(batch: LeadBatch, lead: Lead, stage: Stage, facts: dict[str, Any]) -> None:
    """An open lead begins where it stands; a closed one began in the first stage."""
    pipeline = batch.pipeline
    first = stage if stage.is_open else batch.first_stage
    batch.first_acts.begin(lead, first, pipeline)
    if not stage.is_open:
        batch.first_acts.move(
            lead,
            stage,
            pipeline,
            lost_reason=facts.get("lost_reason"),
            lost_note=facts.get("lost_note"),
            at=max(facts.get("closed_at", batch.moment.now), lead.created_at),
        )


def _add_tags_and_note(batch: LeadBatch, lead: Lead, facts: dict[str, Any]) -> None:
    if "tags" in facts:
        lead.tag(facts["tags"])
        for tag in lead.tags:
            batch.additions.put(LeadTag, {"lead_id": lead.id, "tag": folded(tag)})
    if "note" in facts:
        add_note(batch, lead, facts["note"])
