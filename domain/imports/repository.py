"""Finding past imports."""

from sqlalchemy import select

from domain.imports.model import Import
from domain.repository import Page, Paging, Repository, Sort, every_column


class ImportRepository(Repository[Import]):
    """The imports that the viewer started; those who see everything see everybody's."""

    entity = Import
    sorts = {"-created_at": Sort(Import.created_at, descending=True)}

    def listed(self, paging: Paging) -> Page:
        """One page of imports, the latest first."""
        return self.page(select(*every_column(Import)), paging, {})
