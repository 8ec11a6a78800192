"""What a transaction changes, noted record by record, and told in few words where it is much."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from domain.entity import Root
from domain.events.model import EVERYBODYS

MANY = 50
"""Of more records of one noun in one transaction only the noun is told, where all see them."""
_OWNERS = {"api_key": "user_id", "import": "by_id"}
"""The attribute with the user whose own a record is."""
_UNTOLD = ("counter",)


@dataclass(frozen=True, slots=True)
class Change:
    """One record that a transaction writes, and what decides who may be told."""

    noun: str
    record_id: UUID | None = None
    version: int | None = None
    lead_id: UUID | None = None
    company_id: UUID | None = None
    user_id: UUID | None = None
    of_billing: bool = False
    is_new: bool = False
    is_public: bool = False

    @classmethod
    def of(cls, record: Root, kind: str) -> "Change":
        """A record that was created, updated or deleted; its version is final by now."""
        noun, facts = record.noun, record.__dict__
        is_lead = noun == "lead"
        return cls(
            noun=noun,
            record_id=record.id,
            version=None if kind == "deleted" else record.version,
            lead_id=record.id if is_lead else facts.get("lead_id"),
            company_id=facts.get("company_id"),
            user_id=facts.get(_OWNERS.get(noun, "")),
            of_billing=_is_of_billing(noun, facts),
            is_new=kind == "created",
            is_public=noun in EVERYBODYS or (is_lead and facts.get("visibility") == "public"),
        )


def _is_of_billing(noun: str, facts: Mapping[str, Any]) -> bool:
    is_bill = noun == "invoice" or facts.get("invoice_id") is not None
    return is_bill or (noun == "quote" and facts.get("state") == "accepted")


def note(session: Session, record: Root, kind: str) -> None:
    """Remember for the end of the transaction that a record was created, updated or deleted."""
    if record.noun in _UNTOLD:
        return
    changes: dict[UUID, Change] = session.info.setdefault("changes", {})
    change, before = Change.of(record, kind), changes.get(record.id)
    was_new = before is not None and before.is_new
    if was_new and kind == "deleted":
        del changes[record.id]
    else:
        changes[record.id] = replace(change, is_new=True) if was_new else change


def noted(session: Session) -> list[Change]:
    """What the transaction changes, in the fewest words that betray nothing; the sheet is clean."""
    changes: Mapping[UUID, Change] = session.info.pop("changes", {})
    return list(_condensed(changes.values()))


def _condensed(changes: Iterable[Change]) -> Iterable[Change]:
    """Many records of a noun become one change without an id, where nobody may not see them."""
    found = list(changes)
    if len(found) <= MANY:
        return found
    leads = {change.record_id: change.is_public for change in found if change.noun == "lead"}
    seen_by_all = {id(change) for change in found if _is_seen_by_all(change, leads)}
    counts = Counter(change.noun for change in found if id(change) in seen_by_all)
    many = {noun for noun, count in counts.items() if count > MANY}
    few = [one for one in found if one.noun not in many or id(one) not in seen_by_all]
    return [*few, *(Change(noun) for noun in sorted(many))]


def _is_seen_by_all(change: Change, leads: Mapping[Any, bool]) -> bool:
    """Whether this transaction alone shows that everybody sees a record.

    What is new hangs on nothing but deals of the same transaction.
    """
    if change.is_public:
        return True
    if change.lead_id is not None:
        return leads.get(change.lead_id, False)
    return change.noun in ("contact", "company") and change.is_new and all(leads.values())
