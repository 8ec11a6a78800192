"""Leads as CSV, in the columns that the import reads again."""

from collections.abc import Iterable, Iterator
from typing import Any

from api.csv import chunks
from domain.leads import LeadRow
from domain.money import amount_text

COLUMNS = (
    "external_id", "title", "contact_name", "contact_email", "contact_phone", "company", "owner",
    "stage", "source", "value", "currency", "expected_close_on", "next_follow_up_on", "visibility",
    "tags", "created_at", "closed_at", "lost_reason",
)  # fmt: skip


def rows_as_csv(rows: Iterable[LeadRow]) -> Iterator[str]:
    """A heading and one line per lead, in pieces."""
    return chunks(COLUMNS, map(_values, rows))


def _values(row: LeadRow) -> tuple[Any, ...]:
    return (
        row.external_id or row.id,
        row.title,
        row.contact_name,
        row.contact_email,
        row.contact_phone,
        row.company_name,
        row.owner_name,
        row.stage,
        row.source,
        amount_text(row.value, row.currency),
        row.currency,
        row.expected_close_on,
        row.next_follow_up_on,
        row.visibility.value,
        "; ".join(row.tags),
        row.created_at.isoformat(),
        row.closed_at.isoformat() if row.closed_at else None,
        row.lost_reason.value if row.lost_reason else None,
    )
