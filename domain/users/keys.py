"""API keys: made by somebody, never more powerful than their maker."""

from datetime import date

from domain.calendar import Moment
from domain.errors import Invalid, NotAllowed
from domain.users.model import ApiKey
from domain.users.rights import Role, lower_of
from domain.users.viewer import Viewer


class KeyAboveMaker(NotAllowed):
    """A key may do no more than whoever makes it, which may be a key itself."""


def new_key(
    maker: Viewer,
    moment: Moment,
    *,
    name: str,
    role: Role,
    secret_hash: str,
    hint: str,
    expires_on: date | None = None,
) -> ApiKey:
    """A key by which an integration acts as its maker, up to the end of its last day."""
    if maker.user_id is None or lower_of(role, maker.role) is not role:
        raise KeyAboveMaker(f"You act as {maker.role} here, so a key of yours cannot be {role}.")
    if expires_on is not None and expires_on < moment.today:
        raise Invalid("expires_on", "This day is over. Give today or a later day.")
    return ApiKey(
        name=name,
        user_id=maker.user_id,
        role=role,
        secret_hash=secret_hash,
        hint=hint,
        created_at=moment.now,
        expires_on=expires_on,
    )
