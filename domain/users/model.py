"""Users, and the three ways in which they show who they are."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.entity import BOOKKEEPING, SECRET, Entity, Root
from domain.errors import RuleViolation
from domain.users.rights import Role


class LastAdmin(RuleViolation):
    """Somebody has to stay who can administer the workspace."""


class AddressTaken(RuleViolation):
    """Another user signs in with this address."""


class User(Root):
    """Somebody who signs in, with one role; never deleted, since the history names them.

    Imported former colleagues have neither address nor password and are inactive. `email` is
    lower-cased.
    """

    __tablename__ = "users"
    noun: ClassVar[str] = "user"

    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[Role]
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None] = mapped_column(default=None, info=SECRET)
    last_seen_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)
    created_at: Mapped[datetime] = mapped_column(info=BOOKKEEPING)

    @property
    def is_active_admin(self) -> bool:
        """Whether the workspace may count on this user to administer it."""
        return self.active and self.role is Role.ADMIN

    @property
    def is_invited(self) -> bool:
        """Whether this user has yet to choose a first password."""
        return self.active and self.password_hash is None


class SignIn(Entity):
    """A session of the app; the cookie holds the token, the row only its SHA-256."""

    __tablename__ = "sign_ins"

    token_hash: Mapped[str] = mapped_column(unique=True, info=SECRET)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class ApiKey(Root):
    """A secret by which an integration acts as its maker, with the lower of both roles."""

    __tablename__ = "api_keys"
    noun: ClassVar[str] = "api_key"

    name: Mapped[str]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    role: Mapped[Role]
    secret_hash: Mapped[str] = mapped_column(unique=True, info=SECRET)
    hint: Mapped[str]
    created_at: Mapped[datetime]
    expires_on: Mapped[date | None] = mapped_column(default=None)
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)
    last_used_at: Mapped[datetime | None] = mapped_column(default=None, info=BOOKKEEPING)

    def revoke(self, now: datetime) -> None:
        """End the key at once; the row stays, since the history names it."""
        if self.revoked_at is None:
            self.revoked_at = now
            self.happened("api_key.revoked")


class Invitation(Entity):
    """A mailed link by which a new user sets the first password; used once, within a week."""

    __tablename__ = "invitations"

    token_hash: Mapped[str] = mapped_column(unique=True, info=SECRET)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None] = mapped_column(default=None)


class AnsweredRequest(Entity):
    """The answer kept under an idempotency key for 24 hours, per caller and route."""

    __tablename__ = "answered_requests"
    __table_args__ = (
        UniqueConstraint("caller", "route", "key"),
        Index(None, "created_at"),
    )

    caller: Mapped[str]
    route: Mapped[str]
    key: Mapped[str]
    body_hash: Mapped[str]
    created_at: Mapped[datetime]
    status: Mapped[int] = mapped_column(default=0)
    body: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    headers: Mapped[str] = mapped_column(default="{}")
