"""The people who sell, lead and bill in the invented company."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api import auth
from api.sample_data.seller import domain_of
from domain.errors import RuleViolation
from domain.users import Role, User, UserRepository, Viewer
from domain.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the team; `skill` multiplies the chances of a sale, `share` is of all leads."""

    key: str
    name: str
    role: Role
    skill: float = 1.0
    share: int = 0


COLLEAGUES = (
    Colleague("lena", "Lena Brandt", Role.REP, 1.25, 28),
    Colleague("tomasz", "Tomasz Nowak", Role.REP, 1.05, 25),
    Colleague("marie", "Marie Dubois", Role.REP, 0.92, 23),
    Colleague("oliver", "Oliver Hughes", Role.REP, 0.72, 18),
    Colleague("sofia", "Sofia Lindqvist", Role.MANAGER),
    Colleague("henrik", "Henrik Vogel", Role.FINANCE),
    Colleague("nora", "Nora Keller", Role.VIEWER),
)
BOSS = Colleague("boss", "", Role.ADMIN, 1.15, 6)
"""The administrator who set the workspace up sells a little too."""
SELLERS = (*(one for one in COLLEAGUES if one.share), BOSS)


class NobodyAdministers(RuleViolation):
    """Sample data needs an active administrator, in whose company it all happens."""


class Team:
    """The users of the workspace by key, and as whom they act."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        self.session, self.workspace = session, workspace
        self.users: dict[str, User] = {}
        self.viewers: dict[str, Viewer] = {}

    def hire(self, now: datetime) -> None:
        """Write the colleagues; nobody knows their passwords until an administrator sets one."""
        self._know("boss", self._administrator())
        unknown = auth.hash_password(secrets.token_urlsafe(24))
        users = UserRepository(self.session)
        for colleague in COLLEAGUES:
            given, _, family = colleague.name.lower().partition(" ")
            email = f"{given}.{family}@{domain_of(self.workspace)}"
            users.refuse_taken(email)
            user = User(
                name=colleague.name,
                email=email,
                role=colleague.role,
                password_hash=unknown,
                created_at=now,
            )
            self._know(colleague.key, users.add(user))

    def id_of(self, key: str) -> UUID:
        """The id of a colleague."""
        return self.users[key].id

    def _know(self, key: str, user: User) -> None:
        self.users[key] = user
        self.viewers[key] = Viewer.of(user, self.workspace)

    def _administrator(self) -> User:
        statement = select(User).where(User.role == Role.ADMIN, User.active).order_by(User.id)
        found = self.session.scalars(statement.limit(1)).one_or_none()
        if found is None:
            raise NobodyAdministers("Add an active administrator first: `throughline user add`.")
        return found
