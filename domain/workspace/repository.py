"""Finding the workspace."""

from sqlalchemy import select

from domain.errors import NotFound
from domain.repository import Repository
from domain.workspace.model import Workspace


class WorkspaceRepository(Repository[Workspace]):
    """The one workspace of this database."""

    entity = Workspace

    def found(self) -> Workspace | None:
        """The workspace, or nothing before first-run setup."""
        return self.session.scalars(select(Workspace)).one_or_none()

    def the_one(self) -> Workspace:
        """The workspace of an installation that is set up."""
        workspace = self.found()
        if workspace is None:
            raise NotFound("workspace")
        return workspace

    def claim_the_one(self) -> Workspace:
        """The workspace, for changing it."""
        return self.claim(self.the_one().id)
