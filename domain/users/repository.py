"""Finding users, and who a token or key belongs to."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Row, delete, func, select
from sqlalchemy.orm import Session

from domain.repository import Repository, Sort
from domain.search import folded
from domain.users.model import AddressTaken, ApiKey, Invitation, LastAdmin, SignIn, User
from domain.users.rights import Role
from domain.workspace import Workspace

_CALLER = (
    User.id,
    User.name,
    User.role,
    Workspace.time_zone,
    Workspace.currency,
    Workspace.managers_see_private,
    Workspace.reps_edit_public,
)


class UserRepository(Repository[User]):
    """The people of the workspace."""

    entity = User
    sorts = {"name": Sort(User.name), "-created_at": Sort(User.id, descending=True)}

    def by_email(self, email: str) -> User | None:
        """The user with an address, whatever its case."""
        return self.session.scalars(
            select(User).where(User.email == email.strip().lower())
        ).one_or_none()

    def refuse_taken(self, email: str | None, but: UUID | None = None) -> None:
        """Refuse an address by which another user signs in."""
        found = self.by_email(email) if email else None
        if found is not None and found.id != but:
            raise AddressTaken("Another user signs in with this address.")

    def refuse_last_admin(self, user: User) -> None:
        """Refuse to take away the last active administrator."""
        others = select(func.count()).select_from(User).where(
            User.role == Role.ADMIN, User.active, User.id != user.id
        )
        if not self.session.scalar(others):
            raise LastAdmin("This is the last active administrator. Make another one first.")

    def active_with_roles(self, *roles: Role) -> list[User]:
        """Active users of some roles, for instance whom to tell that a deal was won."""
        return list(
            self.session.scalars(
                select(User).where(User.role.in_(roles), User.active).order_by(User.name)
            )
        )

    def by_name_or_email(self) -> dict[str, User]:
        """Every user under the lower-cased address and the folded full name, for imports."""
        found: dict[str, User] = {}
        for user in self.session.scalars(select(User).order_by(User.active, User.id.desc())):
            found[folded(user.name)] = user
            if user.email:
                found[user.email] = user
        return found

    def sign_out_everywhere(self, user_id: UUID) -> None:
        """End all sessions of a user at once."""
        self.session.execute(
            delete(SignIn).where(SignIn.user_id == user_id),
            execution_options={"history": False, "synchronize_session": False},
        )


def caller_by_session(session: Session, token_hash: str, now: datetime) -> Row | None:  # type: ignore[type-arg]
    """Who is signed in with a session token, and the workspace facts every request needs."""
    return session.execute(
        select(*_CALLER)
        .join(SignIn, SignIn.user_id == User.id)
        .join(Workspace, Workspace.singleton == 1)
        .where(SignIn.token_hash == token_hash, SignIn.expires_at > now, User.active)
    ).one_or_none()


def caller_by_key(session: Session, secret_hash: str, today: date) -> Row | None:  # type: ignore[type-arg]
    """Who made an API key that is still good, with the key's own id, name and role."""
    return session.execute(
        select(
            *_CALLER,
            ApiKey.id.label("key_id"),
            ApiKey.name.label("key_name"),
            ApiKey.role.label("key_role"),
        )
        .join(ApiKey, ApiKey.user_id == User.id)
        .join(Workspace, Workspace.singleton == 1)
        .where(
            ApiKey.secret_hash == secret_hash,
            ApiKey.revoked_at.is_(None),
            (ApiKey.expires_on.is_(None)) | (ApiKey.expires_on >= today),
            User.active,
        )
    ).one_or_none()


class ApiKeyRepository(Repository[ApiKey]):
    """The workspace's keys."""

    entity = ApiKey
    sorts = {"-created_at": Sort(ApiKey.id, descending=True)}


class InvitationRepository:
    """Open invitations."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def open(self, token_hash: str, now: datetime) -> Invitation | None:
        """An invitation that was neither used nor outlived."""
        return self.session.scalars(
            select(Invitation)
            .where(
                Invitation.token_hash == token_hash,
                Invitation.used_at.is_(None),
                Invitation.expires_at > now,
            )
            .with_for_update()
        ).one_or_none()
