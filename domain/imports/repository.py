"""Finding past imports."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from domain.entity import new_id
from domain.imports.bulk import write_rows
from domain.imports.model import Import, RefusedRow
from domain.repository import Page, Paging, Repository, Sort, every_column


class Refused(NamedTuple):
    """A row of a file that did not go in: where it stands, its cells, and why."""

    line: int
    cells: list[str]
    reason: str


class ImportRepository(Repository[Import]):
    """The imports that the viewer started; those who see everything see everybody's."""

    entity = Import
    sorts = {"-created_at": Sort(Import.created_at, descending=True)}

    def listed(self, paging: Paging) -> Page:
        """One page of imports, the latest first."""
        return self.page(select(*every_column(Import)), paging, {})

    def keep_refused(self, id: UUID, refused: Iterable[Refused]) -> None:
        """Keep the rows that an import refused, so that they can be mended and sent again."""
        rows = [{"id": new_id(), "import_id": id, **row._asdict()} for row in refused]
        write_rows(self.session, RefusedRow, rows)

    def refused(self, id: UUID) -> Iterator[Refused]:
        """The rows that an import refused, in the order of the file."""
        columns = select(RefusedRow.line, RefusedRow.cells, RefusedRow.reason)
        statement = columns.where(RefusedRow.import_id == id).order_by(RefusedRow.line)
        return (Refused(*row) for row in self.session.execute(statement))
