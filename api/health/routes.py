"""Health: for those who start, watch and restart the process."""

from typing import Any

from sqlalchemy.exc import SQLAlchemyError

import migrations
from api import auth
from api.database import Database
from api.dependencies import CurrentWork, Workspaces, open_router
from api.errors import NotReady, problems
from api.health import schemas

routes = open_router("Health")


@routes.get("/health/live", response_model=schemas.Live, summary="Ask whether it runs")
def get_liveness() -> Any:
    """The process answers; nothing else is asked."""
    return {"status": "live"}


@routes.get(
    "/health/ready",
    response_model=schemas.Ready,
    summary="Ask whether it can work",
    responses=problems(NotReady),
)
def get_readiness(work: CurrentWork, workspaces: Workspaces) -> Any:
    """The database is reachable and its migrations are current."""
    _demand_current(work.database)
    is_set_up = workspaces.found() is not None
    needs_token = not is_set_up and not auth.is_from_this_machine(work.request)
    return {"status": "ready", "set_up": is_set_up, "needs_setup_token": needs_token}


def _demand_current(database: Database) -> None:
    try:
        is_current = migrations.is_current(database.reading_engine)
    except SQLAlchemyError as error:
        raise NotReady("The database cannot be reached. Check DATABASE_URL.") from error
    if not is_current:
        raise NotReady("The database is not up to date. Run `throughline migrate`.")
