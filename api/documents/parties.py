"""What callers say of the customer that a document names."""

from dataclasses import replace

from api.addresses import merged
from api.documents.schemas import PartyDraft
from domain.documents import Party


def changed_party(present: Party, change: PartyDraft | None) -> Party:
    """A party after a change: fields that were sent replace the present ones; null empties."""
    if change is None:
        return present
    facts = change.given("address")
    if "name" in facts:
        facts["name"] = facts["name"] or ""
    if "address" in change.model_fields_set:
        facts["address"] = merged(present.address, change.address)
    return replace(present, **facts)
