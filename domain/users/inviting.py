"""Invitations: a mailed link by which a user chooses a password."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from domain.errors import NotFound, RuleViolation
from domain.users.model import Invitation, User
from domain.users.signing_in import SignIns

INVITATION_LIFE = timedelta(days=7)


class NotInvitable(RuleViolation):
    """Only an active user with an address can be invited."""


class InvitationOver(NotFound):
    """The invitation was used, is older than a week, was replaced, or never existed."""

    def __init__(self) -> None:
        super().__init__("invitation")
        self.detail = (
            "This invitation was used already, is older than a week, or was replaced by a newer "
            "one. Ask an administrator for a new one."
        )


class Invitations:
    """The invitations of the workspace; of a user's, only the newest is open."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def issue(self, user: User, token_hash: str, now: datetime) -> int:
        """Invite a user for a week, instead of earlier times; answers which invitation it is."""
        if not user.active or user.email is None:
            raise NotInvitable("Only an active user with an e-mail address can be invited.")
        self.lapse(user.id, now)
        self.session.add(
            Invitation(token_hash=token_hash, user_id=user.id, expires_at=now + INVITATION_LIFE)
        )
        user.happened("user.invited")
        counted = select(func.count()).where(Invitation.user_id == user.id)
        return self.session.scalar(counted) or 1

    def guest(self, token_hash: str, now: datetime) -> User:
        """Whom an open invitation is for; one that is over is refused."""
        statement = (
            select(User)
            .join(Invitation, Invitation.user_id == User.id)
            .where(
                Invitation.token_hash == token_hash,
                Invitation.used_at.is_(None),
                Invitation.expires_at > now,
                User.active,
            )
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        user = self.session.scalars(statement).one_or_none()
        if user is None:
            raise InvitationOver
        return user

    def take_up(self, token_hash: str, password_hash: str, now: datetime) -> User:
        """Use an open invitation once: its user has this password, and no other session."""
        user = self.guest(token_hash, now)
        self.lapse(user.id, now)
        SignIns(self.session).end_all(user.id)
        user.password_hash = password_hash
        user.happened("user.invitation_taken_up")
        return user

    def lapse(self, user_id: UUID, now: datetime) -> None:
        """Let a user's open invitations be over."""
        self.session.execute(
            update(Invitation)
            .where(Invitation.user_id == user_id, Invitation.used_at.is_(None))
            .values(used_at=now),
            execution_options={"history": False, "synchronize_session": False},
        )
