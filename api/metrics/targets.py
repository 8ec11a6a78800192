"""Targets: what the workspace and each user want to win in a month."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends
from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from api.dependencies import CurrentWork, Users, query, router
from api.metrics.asking import MonthQuery, read_month
from api.metrics.schemas import AnAmount
from api.schema import AmountText, Named, Question
from api.work import later
from domain.calendar import Month
from domain.errors import Invalid, NotFound
from domain.metrics import TargetRepository
from domain.money import amount_problem, amount_text
from domain.users import Right, UserRepository

routes = router("Targets")

TargetsOfMonths = Annotated[
    TargetRepository, Depends(later(lambda work: TargetRepository(work.session)))
]
WhichMonth = Annotated[MonthQuery, query(MonthQuery)]


class UserTarget(TypedDict):
    """What a user wants to win in the month, net."""

    user: Named
    target: AnAmount


class Targets(TypedDict):
    """The targets of a month: the workspace's, null where there is none, and each user's."""

    month: Annotated[str, Field(examples=["2026-11"])]
    currency: str
    target: Annotated[str | None, Field(examples=["50000.00"])]
    users: list[UserTarget]


class UserTargetDraft(Question):
    """A user's target."""

    user_id: UUID
    target: AmountText


class TargetsDraft(Question):
    """All targets of a month; a user who is not named has none afterwards."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"target": "50000.00", "users": []}]},
    )

    target: AmountText | None = None
    users: Annotated[list[UserTargetDraft], Field(max_length=1000)] = []


@routes.get("/targets", response_model=Targets, summary="Read targets")
def get_targets(asked: WhichMonth, targets: TargetsOfMonths, work: CurrentWork) -> Any:
    """The targets of a month, the present one by default."""
    month = read_month(asked.month) if asked.month else Month.of(work.moment.today)
    return _told(targets, month, work.currency)


@routes.put("/targets", response_model=Targets, summary="Set targets")
def set_targets(
    asked: WhichMonth,
    wanted: TargetsDraft,
    targets: TargetsOfMonths,
    users: Users,
    work: CurrentWork,
) -> Any:
    """Set all targets of a month; without an amount there is none."""
    work.viewer.demand(Right.SET_TARGETS)
    month = read_month(asked.month) if asked.month else Month.of(work.moment.today)
    targets.replace(month, _amounts(wanted, users, work.currency), work.currency)
    return _told(targets, month, work.currency)


def _amounts(
    wanted: TargetsDraft, users: UserRepository, currency: str
) -> dict[UUID | None, Decimal]:
    amounts: dict[UUID | None, Decimal] = {}
    if wanted.target is not None:
        amounts[None] = _checked(wanted.target, currency, "target")
    for position, each in enumerate(wanted.users):
        field = f"users.{position}"
        if each.user_id in amounts:
            raise Invalid(f"{field}.user_id", "This user is named twice.")
        try:
            users.get(each.user_id)
        except NotFound as error:
            raise Invalid(f"{field}.user_id", error.detail) from error
        amounts[each.user_id] = _checked(each.target, currency, f"{field}.target")
    return amounts


def _checked(amount: Decimal, currency: str, field: str) -> Decimal:
    if problem := amount_problem(amount, currency):
        raise Invalid(field, problem)
    return amount


def _told(targets: TargetRepository, month: Month, currency: str) -> Targets:
    found = targets.of(month)
    names = targets.names({id for id in found if id is not None})
    return {
        "month": str(month),
        "currency": currency,
        "target": amount_text(found[None], currency) if None in found else None,
        "users": [
            {"user": {"id": id, "name": name}, "target": amount_text(found[id], currency)}
            for id, name in sorted(names.items(), key=lambda named: named[1])
        ],
    }
