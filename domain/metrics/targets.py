"""Targets: what the workspace and each user want to win in a month."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from domain.calendar import Month
from domain.metrics.model import Target
from domain.money import rounded
from domain.repository import Repository
from domain.users import User


class TargetRepository(Repository[Target]):
    """The targets of the workspace and its users."""

    entity = Target

    def of(self, month: Month) -> dict[UUID | None, Decimal]:
        """The targets of a month by user; the workspace's is under None."""
        statement = select(Target.user_id, Target.amount).where(Target.month == month.first)
        return {row.user_id: row.amount for row in self.session.execute(statement)}

    def names(self, ids: set[UUID]) -> dict[UUID, str]:
        """The names of users who have a target."""
        statement = select(User.id, User.name).where(User.id.in_(ids))
        return {row.id: row.name for row in self.session.execute(statement)}

    def replace(self, month: Month, wanted: Mapping[UUID | None, Decimal], currency: str) -> None:
        """Set all targets of a month; who is not named has none afterwards."""
        claimed = (
            select(Target).where(Target.month == month.first).order_by(Target.id).with_for_update()
        )
        left = {target.user_id: target for target in self.session.scalars(claimed)}
        for user_id, amount in wanted.items():
            target = left.pop(user_id, None)
            if target is None:
                target = Target(
                    month=month.first, user_id=user_id, amount=amount, currency=currency
                )
                self.add(target)
            target.amount, target.currency = rounded(amount, currency), currency
        for target in left.values():
            self.session.delete(target)
        self.session.flush()
