"""Users as they travel."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict

from api.schema import Email, Line, Password, Question, not_sent
from domain.users import Role
from domain.users import User as UserRecord


class User(TypedDict):
    """Somebody who signs in with one role; `invited` means that no password was chosen yet.

    Former colleagues that an import brought have no address and are not active.
    """

    id: UUID
    name: Annotated[str, Field(examples=["Rita Rep"])]
    email: Annotated[str | None, Field(examples=["rita@example.com"])]
    role: Annotated[Role, Field(examples=["rep"])]
    active: bool
    invited: Annotated[bool, Field(examples=[False])]
    last_seen_at: datetime | None
    created_at: datetime
    version: int


class InvitedUser(User):
    """A user with the link of the invitation that was just mailed, shown here once.

    Null where nothing was mailed, because the user has a password already.
    """

    invitation_url: Annotated[
        str | None,
        Field(examples=["https://sales.fjordfinch.example/invitation/Jm3Qe8rT5yU1iO0pA7sD"]),
    ]


class UserList(TypedDict):
    """A page of users."""

    items: list[User]
    next_cursor: str | None
    total: int | None


class UserDraft(Question):
    """A user to add; without a password an invitation is mailed."""

    name: Annotated[Line, Field(examples=["Rita Rep"])]
    email: Annotated[Email, Field(examples=["rita@example.com"])]
    role: Annotated[Role, Field(examples=["rep"])]
    password: Password | None = None


class UserChange(Question):
    """What changes of a user; a password given here ends the user's sessions."""

    name: Line = Field(default_factory=not_sent, examples=["Rita Rep"])
    email: Email = Field(default_factory=not_sent)
    role: Role = Field(default_factory=not_sent, examples=["manager"])
    active: bool = Field(default_factory=not_sent)
    password: Password = Field(default_factory=not_sent)


def user(found: UserRecord | Row[tuple[object, ...]]) -> User:
    """A user, or the row of one, without anything secret."""
    return {
        "id": found.id,
        "name": found.name,
        "email": found.email,
        "role": found.role,
        "active": found.active,
        "invited": bool(found.active and found.password_hash is None),
        "last_seen_at": found.last_seen_at,
        "created_at": found.created_at,
        "version": found.version,
    }
