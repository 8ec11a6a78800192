"""Taking a stage out of a pipeline: the leads that stand in it go where they are sent."""

from sqlalchemy import select

from domain.errors import Invalid
from domain.leads.acting import LeadActs
from domain.leads.model import Lead
from domain.leads.repository import LeadRepository
from domain.pipelines import Pipeline, Stage, StageInUse


def holds_leads(acts: LeadActs, stage: Stage) -> bool:
    """Whether any lead stands in a stage, archived ones included."""
    return (
        acts.session.scalar(select(Lead.id).where(Lead.stage_id == stage.id).limit(1)) is not None
    )


def refuse_another_outcome(acts: LeadActs, stage: Stage) -> None:
    """Refuse to make open deals won or lost, or the reverse, by editing their stage."""
    if holds_leads(acts, stage):
        raise StageInUse("This stage holds leads, so its outcome stays. Move them elsewhere first.")


def remove_stage(acts: LeadActs, pipeline: Pipeline, stage: Stage, move_to: Stage | None) -> int:
    """Move the leads of a stage to another one, each move recorded, and take the stage out of use.

    Refused where leads stand in it and no other stage with the same outcome is named.
    """
    leads = LeadRepository(acts.session).in_stage(stage.id)
    if leads and move_to is None:
        raise StageInUse(f"{len(leads)} leads stand in this stage. Name in move_to where they go.")
    if move_to is not None:
        _check(stage, move_to)
        for lead in leads:
            acts.move(
                lead,
                move_to,
                pipeline,
                lost_reason=lead.lost_reason,
                lost_note=lead.lost_note,
            )
    pipeline.remove_stage(stage)
    pipeline.happened(
        "pipeline.stage_removed",
        stage=stage.key,
        moved_to=move_to.key if move_to else None,
        leads=len(leads),
    )
    return len(leads)


def _check(stage: Stage, move_to: Stage) -> None:
    if move_to is stage:
        raise Invalid("move_to", "Name another stage than the one that is removed.")
    if move_to.outcome is not stage.outcome:
        raise Invalid(
            "move_to",
            f"The leads of this stage are {stage.outcome.value}; name a stage that keeps them so.",
        )
