"""Pipelines: the ordered, coloured steps of a lead."""

from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from domain.entity import Part, Root
from domain.errors import Invalid, NotFound, RuleViolation


class Outcome(StrEnum):
    """What a stage means for a lead."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


MOST_STAGES = 50
REVISED = (
    "name",
    "description",
    "color",
    "probability",
    "outcome",
    "follow_up_days",
    "stalled_days",
)


class StageInUse(RuleViolation):
    """A stage that holds leads is removed only by naming where they go."""


class PipelineIncomplete(RuleViolation):
    """A pipeline keeps an open, a won and a lost stage, and exactly one open proposal stage."""


class Stage(Part):
    """One step: probability in percent, working days to the next follow-up and until stalled."""

    __tablename__ = "stages"
    __table_args__ = (UniqueConstraint("pipeline_id", "key"),)
    root_attribute = "pipeline"

    pipeline_id: Mapped[UUID] = mapped_column(ForeignKey("pipelines.id"), init=False)
    key: Mapped[str]
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    color: Mapped[str]
    probability: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.OPEN)
    is_proposal: Mapped[bool] = mapped_column(default=False)
    follow_up_days: Mapped[int] = mapped_column(default=3)
    stalled_days: Mapped[int] = mapped_column(default=10)
    position: Mapped[int] = mapped_column(default=0)
    archived: Mapped[bool] = mapped_column(default=False)
    pipeline: Mapped["Pipeline"] = relationship(back_populates="all_stages", init=False)

    @property
    def is_open(self) -> bool:
        """Whether a lead in this stage can still be won."""
        return self.outcome is Outcome.OPEN


class Pipeline(Root):
    """The steps that leads go through, in order; removed stages stay for the history's sake."""

    __tablename__ = "pipelines"
    noun: ClassVar[str] = "pipeline"

    name: Mapped[str]
    is_default: Mapped[bool] = mapped_column(default=False)
    all_stages: Mapped[list[Stage]] = relationship(
        back_populates="pipeline",
        order_by="Stage.position",
        cascade="all, delete-orphan",
        default_factory=list,
        lazy="selectin",
    )

    @property
    def stages(self) -> list[Stage]:
        """The stages in use, in order."""
        return sorted(
            (stage for stage in self.all_stages if not stage.archived),
            key=lambda stage: stage.position,
        )

    @property
    def first_stage(self) -> Stage:
        """Where a new lead begins."""
        return next(stage for stage in self.stages if stage.is_open)

    @property
    def proposal_stage(self) -> Stage:
        """Where a lead goes when its quote is sent."""
        return next(stage for stage in self.stages if stage.is_proposal)

    def stage(self, key: str, field: str = "stage") -> Stage:
        """The stage with a key; another key is refused with the ones there are."""
        for stage in self.stages:
            if stage.key == key:
                return stage
        known = ", ".join(stage.key for stage in self.stages)
        raise Invalid(field, f"There is no such stage. Use one of: {known}.")

    def stage_by_id(self, id: UUID) -> Stage:
        """The stage with an id, removed ones included."""
        return next(stage for stage in self.all_stages if stage.id == id)

    def stage_for(self, outcome: Outcome) -> Stage:
        """The first stage with an outcome: where a won or lost lead goes."""
        return next(stage for stage in self.stages if stage.outcome is outcome)

    def is_further(self, stage: Stage, than: Stage) -> bool:
        """Later in order and open."""
        return stage.is_open and stage.position > than.position

    def is_from_proposal_on(self, stage: Stage) -> bool:
        """Whether an expected close belongs to leads in this stage."""
        return stage.is_open and stage.position >= self.proposal_stage.position

    def rename(self, name: str) -> None:
        """Give the pipeline another name."""
        self.name = name

    def add_stage(self, stage: Stage, at: int | None = None) -> Stage:
        """Put a new stage into the order (before the closing stages where no place is named).

        A removed stage with its key comes back in its place, so that the key keeps one history.
        """
        order = self.stages
        if len(order) >= MOST_STAGES:
            raise Invalid("key", f"A pipeline has at most {MOST_STAGES} stages.")
        kept = self._kept(stage)
        closing = next((i for i, s in enumerate(order) if not s.is_open), len(order))
        place = (closing if kept.is_open else len(order)) if at is None else at
        order.insert(max(0, min(place, len(order))), kept)
        self._arrange(order)
        return kept

    def revise_stage(self, stage: Stage, facts: dict[str, Any]) -> None:
        """Change some facts of a stage, its place in the order and the proposal mark among them."""
        for name in REVISED:
            if name in facts:
                setattr(stage, name, facts[name])
        if facts.get("position") is not None:
            self.place_stage(stage, facts["position"])
        if facts.get("is_proposal"):
            self.mark_proposal(stage)
        elif facts.get("is_proposal") is False:
            stage.is_proposal = False
        self.check_complete()

    def order_stages(self, keys: list[str]) -> None:
        """Put the stages into another order; every one of them is named exactly once."""
        by_key = {stage.key: stage for stage in self.stages}
        if sorted(keys) != sorted(by_key):
            raise Invalid("stages", "Name every stage of the pipeline exactly once, by its key.")
        self._arrange([by_key[key] for key in keys])

    def place_stage(self, stage: Stage, at: int) -> None:
        """Move a stage to another place in the order."""
        order = [known for known in self.stages if known is not stage]
        order.insert(max(0, min(at, len(order))), stage)
        self._arrange(order)

    def remove_stage(self, stage: Stage) -> None:
        """Take an empty stage out of use; whoever calls this has moved its leads."""
        stage.archived, stage.is_proposal = True, False
        self._arrange(self.stages)
        self.check_complete()

    def mark_proposal(self, stage: Stage) -> None:
        """Make one open stage the pipeline's only proposal stage."""
        for known in self.all_stages:
            known.is_proposal = known is stage
        self.check_complete()

    def check_complete(self) -> None:
        """Refuse a pipeline in which leads could not begin, be offered to, be won or be lost."""
        outcomes = {stage.outcome for stage in self.stages}
        proposals = [stage for stage in self.stages if stage.is_proposal and stage.is_open]
        if outcomes != set(Outcome) or len(proposals) != 1:
            raise PipelineIncomplete(
                "A pipeline keeps at least one open, one won and one lost stage, and exactly one "
                "open stage marked as its proposal stage."
            )

    def _kept(self, stage: Stage) -> Stage:
        known = next((known for known in self.all_stages if known.key == stage.key), None)
        if known is None:
            self.all_stages.append(stage)
            return stage
        if not known.archived:
            raise Invalid("key", "Another stage of this pipeline has this key.")
        known.archived = False
        for name in REVISED:
            setattr(known, name, getattr(stage, name))
        return known

    def _arrange(self, order: list[Stage]) -> None:
        for position, stage in enumerate(order):
            stage.position = position


def unknown_stage(key: str) -> NotFound:
    """The refusal for a stage named in a path."""
    return NotFound(f"stage “{key[:40]}”" if key.isprintable() else "stage")
