"""Imports and their reports as they travel."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.imports.reading import Target
from domain.repository import Page


class ImportProblem(TypedDict):
    """Why a row was refused: the line on which it begins, the column's heading and the value.

    Column and value are null where the row as a whole is refused.
    """

    line: Annotated[int, Field(examples=[17])]
    column: Annotated[str | None, Field(examples=["Close Date"])]
    value: Annotated[str | None, Field(examples=["03/04/2026"])]
    message: Annotated[
        str,
        Field(
            examples=[
                "This could be two different days. Choose the order of day and month "
                "(dates=mdy or dates=dmy)."
            ]
        ),
    ]


class RefusedCells(TypedDict):
    """A row that did not go in, cell by cell as it stands in the file."""

    line: int
    cells: list[str]


class LeftOutLine(TypedDict):
    """A line that is no record, such as a total, and why it was left out."""

    line: int
    reason: str


class ImportCounts(TypedDict):
    """What became of the rows of a file: `rows` is the sum of the other four."""

    rows: int
    created: int
    updated: int
    unchanged: int
    failed: int


class ImportSummary(ImportCounts):
    """One import in the list; `finished_at` is null while it runs and where it broke off."""

    id: UUID
    target: Target
    by: str
    created_at: datetime
    finished_at: datetime | None


class ImportList(TypedDict):
    """A page of imports."""

    items: list[ImportSummary]
    next_cursor: str | None
    total: int | None


class ImportReport(ImportCounts):
    """What an import did, or in a dry run would do; `id` is null in a dry run.

    `applied` is false where nothing was written: in a dry run, and where a row of an import that
    is all or nothing was refused. Errors, new sources and lines left out are listed up to 1,000
    each. `columns` names the field that each heading was read as. `refused` has the first 100 rows
    that did not go in, cell by cell under `headings`; `sample` the first three of the file.
    """

    id: UUID | None
    target: Target
    by: str
    created_at: datetime
    finished_at: datetime | None
    applied: bool
    errors: list[ImportProblem]
    new_sources: list[str]
    unmapped: list[str]
    columns: Annotated[dict[str, str], Field(examples=[{"Deal Name": "title"}])]
    left_out: list[LeftOutLine]
    headings: Annotated[list[str], Field(examples=[["Deal Name", "Amount"]])]
    sample: Annotated[list[list[str]], Field(examples=[[["Solar roof", "12500"]]])]
    refused: list[RefusedCells]


COUNTS = ("rows", "created", "updated", "unchanged", "failed")
_NOT_YET: dict[str, Any] = {
    "applied": True,
    "errors": [],
    "new_sources": [],
    "unmapped": [],
    "columns": {},
    "left_out": [],
    "headings": [],
    "sample": [],
    "refused": [],
}


def summary(row: Any) -> ImportSummary:
    """An import, from its row or entity."""
    return {
        "id": row.id,
        "target": Target(row.target),
        "by": row.by_name,
        "created_at": row.created_at,
        "finished_at": row.finished_at,
        "rows": row.rows,
        "created": row.created,
        "updated": row.updated,
        "unchanged": row.unchanged,
        "failed": row.failed,
    }


def summaries(page: Page) -> ImportList:
    """A page of imports."""
    return {
        "items": [summary(row) for row in page.rows],
        "next_cursor": page.next_cursor,
        "total": page.total,
    }


def report(row: Any) -> ImportReport:
    """The whole report of an import that was kept."""
    kept: Mapping[str, Any] = {**_NOT_YET, **row.report}
    return {**summary(row), **kept}  # type: ignore[typeddict-item]
