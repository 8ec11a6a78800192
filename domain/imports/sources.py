"""Where leads come from: which of a file's sources no lead had before."""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.leads import Lead

MOST_LISTED = 1_000


@dataclass
class Sources:
    """The new sources of an import, in the spelling that came first; a thousand are listed."""

    new: dict[str, str] = field(default_factory=dict)

    def unknown(self, session: Session, keys: Collection[str]) -> set[str]:
        """Which of these folded sources no lead that the viewer sees has."""
        wanted = set(keys) - self.new.keys()
        if not wanted:
            return set()
        there = select(Lead.source_key).where(Lead.source_key.in_(wanted)).distinct()
        return wanted - set(session.scalars(there))

    def note(self, key: str, spelling: str) -> None:
        """List a source that is new."""
        if len(self.new) < MOST_LISTED:
            self.new.setdefault(key, spelling)
