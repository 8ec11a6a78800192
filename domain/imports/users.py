"""Taking in users: known by address, else by full name; without an address inactive."""

from collections.abc import Callable
from typing import Any

from domain.errors import Invalid
from domain.imports.batch import Batch
from domain.imports.rows import GivenRow
from domain.search import folded
from domain.users import Right, Role, User, UserActs, UserRepository


class UserBatch(Batch[User]):
    """Rows that become users.

    With an address somebody may be invited to sign in; without one a user only owns leads.
    """

    entity = User
    target = "users"
    right = Right.ADMINISTER

    def prepare(self) -> None:
        """Read who there is; administrators are held too, since one of them has to stay."""
        self._known = UserRepository(self.session).by_name_or_email()
        self.hold([user.id for user in self._known.values()])

    def find(self, row: GivenRow) -> User | None:
        """By address; by name where the row has no address, or the user of that name has none."""
        email, name = row.facts.get("email"), folded(row.facts.get("name", ""))
        remembered = self.held(self.remembered.record_of(row.key))
        addressed = self._known.get(email) if email else None
        if remembered is not None and addressed not in (None, remembered):
            raise Invalid("email", "Another user signs in with this address.")
        found = addressed or remembered
        named = self._known.get(name)
        if found is None and named is not None and not (email and named.email):
            found = named
        return found

    def make(self, row: GivenRow) -> User:
        """Add a user, a rep where the file does not say what else."""
        email = row.facts.get("email")
        return self.additions.add(
            User(
                name=row.facts.get("name") or (email or "").partition("@")[0],
                email=email,
                role=row.facts.get("role", Role.REP),
                active=email is not None,
                created_at=self.moment.now,
            )
        )

    def plan_revision(
        self, row: GivenRow, record: User, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """Name, address and role that differ; who gets a first address may be invited."""
        facts = {name: value for name, value in changed.items() if getattr(record, name) != value}
        if "email" in facts and record.email is None:
            facts["active"] = True

        def write() -> bool:
            if facts:
                UserActs(self.session, self.moment.now).change(record, facts)
                self.session.flush()
            return bool(facts)

        return write
