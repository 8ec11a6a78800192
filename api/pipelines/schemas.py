"""Pipelines and their stages as they travel."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.schema import Line, Prose, Question, not_sent
from domain.pipelines import Outcome
from domain.pipelines import Pipeline as PipelineRecord
from domain.pipelines import Stage as StageRecord

StageKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$", examples=["negotiation"])]
Color = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", examples=["#7c3aed"])]
Probability = Annotated[int, Field(strict=True, ge=0, le=100)]
WorkingDays = Annotated[int, Field(strict=True, ge=0, le=365)]
Position = Annotated[int, Field(strict=True, ge=0, le=1000)]


class Stage(TypedDict):
    """One step: probability in percent, working days to the next follow-up and until stalled."""

    key: str
    name: str
    description: str
    color: str
    probability: int
    outcome: Outcome
    is_proposal: bool
    follow_up_days: int
    stalled_days: int
    position: int


class Pipeline(TypedDict):
    """The ordered, coloured steps of a lead."""

    id: UUID
    name: str
    is_default: bool
    stages: list[Stage]
    version: int


class PipelineList(TypedDict):
    """The pipelines of the workspace (one for now)."""

    items: list[Pipeline]
    next_cursor: str | None
    total: int | None


class PipelineChange(Question):
    """A pipeline's name, and the order of its stages as the list of all their keys."""

    name: Line = Field(default_factory=not_sent)
    stages: list[StageKey] = Field(default_factory=not_sent, max_length=50)


class StageFields(Question):
    """What may be said of a stage when it is added and when it is changed."""

    description: Prose = Field(default_factory=not_sent)
    outcome: Outcome = Field(default_factory=not_sent)
    is_proposal: bool = Field(default_factory=not_sent)
    follow_up_days: WorkingDays = Field(default_factory=not_sent)
    stalled_days: WorkingDays = Field(default_factory=not_sent)
    position: Position = Field(default_factory=not_sent)


class StageDraft(StageFields):
    """A new stage: open, and before the closing stages, unless said otherwise."""

    key: StageKey
    name: Line
    color: Color
    probability: Probability


class StageChange(StageFields):
    """What changes in a stage; its key stays, and its outcome while leads stand in it."""

    name: Line = Field(default_factory=not_sent)
    color: Color = Field(default_factory=not_sent)
    probability: Probability = Field(default_factory=not_sent)


def stage(record: StageRecord) -> Stage:
    """A stage."""
    return {
        "key": record.key,
        "name": record.name,
        "description": record.description,
        "color": record.color,
        "probability": record.probability,
        "outcome": record.outcome,
        "is_proposal": record.is_proposal,
        "follow_up_days": record.follow_up_days,
        "stalled_days": record.stalled_days,
        "position": record.position,
    }


def pipeline(record: PipelineRecord) -> Pipeline:
    """A pipeline with the stages in use, in order."""
    return {
        "id": record.id,
        "name": record.name,
        "is_default": record.is_default,
        "stages": [stage(step) for step in record.stages],
        "version": record.version,
    }
