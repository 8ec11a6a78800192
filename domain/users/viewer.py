"""Who is looking and acting: a caller, a customer behind a link, or the system itself."""

from dataclasses import dataclass
from uuid import UUID

from domain.users.model import User
from domain.users.rights import RIGHTS, Right, Role, demand
from domain.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Viewer:
    """Decides what a session sees and what its acts are signed with.

    `user_id` is None for the system and for customers; `role` is the effective one, the lower of
    user's and key's.
    """

    user_id: UUID | None
    name: str
    role: Role
    key_id: UUID | None = None
    key_name: str | None = None
    managers_see_private: bool = True
    reps_edit_public: bool = False

    @classmethod
    def of(cls, user: User, workspace: Workspace) -> "Viewer":
        """A user who acts without a key, in the moment of signing in."""
        return cls(
            user_id=user.id,
            name=user.name,
            role=user.role,
            managers_see_private=workspace.managers_see_private,
            reps_edit_public=workspace.reps_edit_public,
        )

    @property
    def sees_everything(self) -> bool:
        """Whether no row is hidden from this viewer."""
        return self.role is Role.ADMIN or (self.role is Role.MANAGER and self.managers_see_private)

    def may(self, right: Right) -> bool:
        """Whether the role includes a right."""
        return right in RIGHTS[self.role]

    def demand(self, right: Right) -> None:
        """Refuse an act that the role does not include."""
        demand(self.role, right)


SYSTEM = Viewer(user_id=None, name="Throughline", role=Role.ADMIN)
"""The worker and the command line: they see everything."""

CUSTOMER = Viewer(user_id=None, name="Customer", role=Role.ADMIN)
"""Somebody behind a public link: the link's token is the right, and reaches one quote only."""
