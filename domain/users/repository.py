"""Finding users, and who a token or key belongs to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from domain.calendar import local_day
from domain.entity import UtcInstant
from domain.errors import NotFound
from domain.prepared import Prepared
from domain.repository import Page, Paging, Repository, Sort, every_column
from domain.search import folded
from domain.users.model import AddressTaken, ApiKey, LastAdmin, SignIn, User
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


class Caller(NamedTuple):
    """Who calls, by which key if by one, and the workspace facts that every request needs."""

    id: UUID
    name: str
    role: Role
    time_zone: str
    currency: str
    managers_see_private: bool
    reps_edit_public: bool
    key_id: UUID | None = None
    key_name: str | None = None
    key_role: Role | None = None
    key_expires_on: date | None = None


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

    def claim(self, id: UUID) -> User:
        """Read one user for changing it, together with all administrators.

        So two of them cannot take each other's role away at the same moment.
        """
        statement = (
            select(User)
            .where(or_(User.id == id, (User.role == Role.ADMIN) & User.active))
            .order_by(User.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        for user in self.session.scalars(statement).all():
            if user.id == id:
                return user
        raise NotFound("user")

    def refuse_last_admin(self, user: User) -> None:
        """Refuse to take away the last active administrator."""
        others = (
            select(func.count())
            .select_from(User)
            .where(User.role == Role.ADMIN, User.active, User.id != user.id)
        )
        if not self.session.scalar(others):
            raise LastAdmin("This is the last active administrator. Make another one first.")

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """Users by role, by whether they are active, and by a part of name or address (`q`)."""
        statement = select(*every_column(User))
        for name in ("role", "active"):
            if filters.get(name) is not None:
                statement = statement.where(getattr(User, name) == filters[name])
        if filters.get("q"):
            wanted = filters["q"].lower()
            statement = statement.where(
                func.lower(User.name).contains(wanted, autoescape=True)
                | User.email.contains(wanted, autoescape=True)
            )
        return self.page(statement, paging, filters)

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


_BY_SESSION = Prepared(
    select(*_CALLER)
    .join(SignIn, SignIn.user_id == User.id)
    .join(Workspace, Workspace.singleton == 1)
    .where(
        SignIn.token_hash == bindparam("token_hash"),
        SignIn.expires_at > bindparam("now", type_=UtcInstant()),
        User.active,
    ),
    Caller,
)
_BY_KEY = Prepared(
    select(
        *_CALLER,
        ApiKey.id.label("key_id"),
        ApiKey.name.label("key_name"),
        ApiKey.role.label("key_role"),
        ApiKey.expires_on.label("key_expires_on"),
    )
    .join(ApiKey, ApiKey.user_id == User.id)
    .join(Workspace, Workspace.singleton == 1)
    .where(
        ApiKey.secret_hash == bindparam("secret_hash"),
        ApiKey.revoked_at.is_(None),
        User.active,
    ),
    Caller,
)


def caller_by_session(session: Session, token_hash: str, now: datetime) -> Caller | None:
    """Who is signed in with a session token."""
    return next(iter(_BY_SESSION.ask(session, {"token_hash": token_hash, "now": now})), None)


def caller_by_key(session: Session, secret_hash: str, now: datetime) -> Caller | None:
    """Who made an API key that is still good, with the key's own id, name and role.

    A key is good to the end of its last day in the workspace's zone.
    """
    row = next(iter(_BY_KEY.ask(session, {"secret_hash": secret_hash})), None)
    if row is None or row.key_expires_on is None:
        return row
    return row if row.key_expires_on >= local_day(now, row.time_zone) else None


class ApiKeyRepository(Repository[ApiKey]):
    """The workspace's keys; an administrator sees all of them, others their own."""

    entity = ApiKey
    sorts = {"-created_at": Sort(ApiKey.id, descending=True)}

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """Keys with their maker's name as `user_name`: those in use, or with `revoked` the rest."""
        revoked = ApiKey.revoked_at.is_not(None)
        statement = (
            select(*every_column(ApiKey), User.name.label("user_name"))
            .join(User, User.id == ApiKey.user_id)
            .where(revoked if filters.get("revoked") else ~revoked)
        )
        return self.page(statement, paging, filters)

    def in_use_by(self, user_id: UUID) -> list[ApiKey]:
        """A user's keys that were not revoked."""
        return list(
            self.session.scalars(
                select(ApiKey).where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None))
            )
        )
