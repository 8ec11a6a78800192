"""Who is looking and acting: the caller of a request, a customer behind a link, or the system itself."""

from dataclasses import dataclass
from uuid import UUID

from domain.users.rights import RIGHTS, Right, Role, demand


@dataclass(frozen=True, slots=True)
class Viewer:
    """Decides what a session sees and what its acts are signed with.

    `user_id` is None for the system and for customers; `role` is the effective one, the lower of user's and key's.
    """

    user_id: UUID | None
    name: str
    role: Role
    key_id: UUID | None = None
    key_name: str | None = None
    managers_see_private: bool = True
    reps_edit_public: bool = False

    @property
    def sees_everything(self) -> bool:
        """Whether no row is hidden from this viewer."""
        return self.role is Role.ADMIN or (
            self.role is Role.MANAGER and self.managers_see_private
        )

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
