"""Finding pipelines."""

from sqlalchemy import select

from domain.pipelines.model import Pipeline
from domain.repository import Repository


class PipelineRepository(Repository[Pipeline]):
    """The pipelines of the workspace (one for now)."""

    entity = Pipeline

    def all(self) -> list[Pipeline]:
        """Every pipeline, the default one first."""
        statement = select(Pipeline).order_by(Pipeline.is_default.desc(), Pipeline.id)
        return list(self.session.scalars(statement))

    def default(self) -> Pipeline:
        """The pipeline that new leads enter."""
        return self.session.scalars(select(Pipeline).where(Pipeline.is_default)).one()
