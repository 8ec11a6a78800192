"""Whose the rows of a file are: users by address or full name, made where that is asked."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from domain.errors import Invalid
from domain.imports.additions import Additions
from domain.search import folded
from domain.users import Right, Role, User, UserRepository, Viewer


@dataclass
class Owners:
    """Finds users by what a file calls them; kept from batch to batch."""

    viewer: Viewer
    creates: bool
    _ids: dict[str, UUID] = field(default_factory=dict)

    def load(self, session: Session) -> None:
        """Read who there is, once."""
        if not self._ids:
            known = UserRepository(session).by_name_or_email()
            self._ids = {name: user.id for name, user in known.items()}

    def forget(self) -> None:
        """The users made in the last batch are not there: read anew who is."""
        self._ids.clear()

    def known(self, text: str) -> UUID | None:
        """The user with this address or full name."""
        name = " ".join(text.split())
        return self._ids.get(name.lower()) or self._ids.get(folded(name))

    def id_of(self, text: str | None, now: datetime, additions: Additions) -> UUID:
        """The owner that a row names, or the caller where it names nobody.

        Refused: nobody of that name, and another than the caller where the role may not reassign.
        """
        owner = self._named(text, now, additions) if text else self.viewer.user_id
        if owner is None:
            raise Invalid("owner", "Name the owner: nobody is signed in who could own this lead.")
        if owner != self.viewer.user_id and not self.viewer.may(Right.REASSIGN):
            raise Invalid(
                "owner", f"Your role ({self.viewer.role}) may not {Right.REASSIGN.value}."
            )
        return owner

    def _named(self, text: str, now: datetime, additions: Additions) -> UUID:
        found = self.known(text)
        if found is not None:
            return found
        if not self.creates:
            raise Invalid(
                "owner",
                "No user has this address or name. Add the user, or let the import make users of "
                "unknown owners (create_users=true).",
            )
        name = " ".join(text.split())
        made = User(name=name, email=None, role=Role.REP, active=False, created_at=now)
        self._ids[folded(name)] = additions.add(made).id
        return made.id
