"""What an administrator changes of a user, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from domain.errors import Invalid
from domain.users.inviting import Invitations
from domain.users.model import User
from domain.users.repository import ApiKeyRepository, UserRepository
from domain.users.rights import Role
from domain.users.signing_in import SignIns


@dataclass(frozen=True, slots=True)
class UserActs:
    """Changes users; the caller has claimed them (`UserRepository.claim`)."""

    session: Session
    now: datetime

    def change(self, user: User, given: Mapping[str, Any]) -> None:
        """Apply `name`, `email`, `role`, `active` and `password_hash`, those that are given.

        Refused: an address that is taken, and whatever leaves nobody who can administer.
        """
        role, active = given.get("role", user.role), given.get("active", user.active)
        if user.is_active_admin and not (active and role is Role.ADMIN):
            UserRepository(self.session).refuse_last_admin(user)
        if given.get("email", user.email) != user.email:
            self._move(user, given["email"])
        user.name, user.role = given.get("name", user.name), role
        if "password_hash" in given:
            self.set_password(user, given["password_hash"])
        if active != user.active:
            self._activate(user) if active else self._deactivate(user)

    def set_password(self, user: User, password_hash: str, but: str | None = None) -> None:
        """Give a user a password; other sessions than the one with this token's hash end."""
        user.password_hash = password_hash
        SignIns(self.session).end_all(user.id, but)
        Invitations(self.session).lapse(user.id, self.now)
        user.happened("user.password_changed")

    def _move(self, user: User, email: str) -> None:
        UserRepository(self.session).refuse_taken(email, but=user.id)
        Invitations(self.session).lapse(user.id, self.now)
        user.email = email

    def _activate(self, user: User) -> None:
        if user.email is None:
            raise Invalid("active", "Give this user an e-mail address first.")
        user.active = True
        user.happened("user.reactivated")

    def _deactivate(self, user: User) -> None:
        user.active = False
        SignIns(self.session).end_all(user.id)
        Invitations(self.session).lapse(user.id, self.now)
        for key in ApiKeyRepository(self.session).in_use_by(user.id):
            key.revoke(self.now)
        user.happened("user.deactivated")
