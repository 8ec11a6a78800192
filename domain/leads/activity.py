"""Activities: notes, contacts and tasks on a lead."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import Root
from domain.errors import Invalid


class ActivityKind(StrEnum):
    """What was done, or is to be done."""

    NOTE = "note"
    CALL = "call"
    EMAIL = "email"
    MEETING = "meeting"
    MESSAGE = "message"
    TASK = "task"


CONTACTS = frozenset(
    {ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.MEETING, ActivityKind.MESSAGE}
)


class Direction(StrEnum):
    """Who turned to whom."""

    OUT = "out"
    IN = "in"


class ContactOutcome(StrEnum):
    """Whether an outgoing contact reached somebody."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"


class Activity(Root):
    """One entry of a lead's timeline that somebody wrote.

    A contact has a direction and an outcome, a task a due day.
    """

    __tablename__ = "activities"
    __table_args__ = (
        Index(None, "lead_id", "happened_at", "id"),
        Index(None, "assignee_id", "due_on"),
    )
    noun: ClassVar[str] = "activity"

    lead_id: Mapped[UUID] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"))
    kind: Mapped[ActivityKind]
    body: Mapped[str] = mapped_column(default="")
    direction: Mapped[Direction | None] = mapped_column(default=None)
    outcome: Mapped[ContactOutcome | None] = mapped_column(default=None)
    happened_at: Mapped[datetime]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    by_name: Mapped[str]
    due_on: Mapped[date | None] = mapped_column(default=None)
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), default=None)
    done_at: Mapped[datetime | None] = mapped_column(default=None)

    def __post_init__(self) -> None:
        if self.kind in CONTACTS:
            self.direction = self.direction or Direction.OUT
            if self.outcome is None:
                self.outcome = ContactOutcome.REACHED
        elif self.direction or self.outcome:
            raise Invalid(
                "kind", "Only a call, e-mail, meeting or message has a direction and an outcome."
            )
        if self.kind is not ActivityKind.TASK and (self.due_on or self.assignee_id or self.done_at):
            raise Invalid("kind", "Only a task has a due date, an assignee and a completion.")

    @property
    def is_contact(self) -> bool:
        """Whether it counts as talking to the customer."""
        return self.kind in CONTACTS

    @property
    def is_outgoing(self) -> bool:
        """Whether it is an attempt of ours."""
        return self.is_contact and self.direction is Direction.OUT

    @property
    def reached_somebody(self) -> bool:
        """Whether a conversation took place: incoming ones always did."""
        return self.is_contact and (
            self.direction is Direction.IN or self.outcome is ContactOutcome.REACHED
        )
