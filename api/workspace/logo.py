"""The workspace's logo: set, shown, removed."""

from typing import Annotated, Any

from fastapi.responses import Response
from pydantic import Field

from api.dependencies import (
    CurrentWork,
    Filters,
    Workspaces,
    check_version,
    needs,
    query,
    router,
)
from api.errors import problems
from api.schema import IfMatch
from api.work import reads_first
from api.workspace import pictures, schemas
from domain.errors import NotFound, Stale
from domain.users import Right
from domain.workspace import WorkspaceRepository

routes = router("Workspace")

AdminOnly = Annotated[None, needs(Right.ADMINISTER)]


class LogoQuery(Filters):
    """What tells one picture from the next where pictures are kept by their address."""

    version: Annotated[int | None, Field(ge=0, description="The workspace's version.")] = None


Seen = Annotated[LogoQuery, query(LogoQuery)]
BINARY = {"schema": {"type": "string", "format": "binary"}}
PICTURE = dict.fromkeys(pictures.TYPES, BINARY)


@routes.put(
    "/workspace/logo",
    response_model=schemas.Workspace,
    summary="Set the logo",
    openapi_extra={"requestBody": {"required": True, "content": PICTURE}},
    responses=problems(Stale),
)
@reads_first
def set_workspace_logo(
    picture: pictures.Picture, _: AdminOnly, work: CurrentWork, if_match: IfMatch = None
) -> Any:
    """Print this PNG or JPEG of at most 2 MB on documents; it is made small where it is large."""
    data, kind = pictures.logo(picture)
    workspace = WorkspaceRepository(work.start_writing()).claim_the_one()
    check_version(workspace, if_match)
    workspace.logo, workspace.logo_type = data, kind
    workspace.happened("workspace.logo_set")
    work.session.flush()
    return schemas.workspace(workspace)


@routes.get(
    "/workspace/logo",
    summary="Show the logo",
    response_class=Response,
    responses={200: {"content": PICTURE}, **problems(NotFound)},
)
def get_workspace_logo(workspaces: Workspaces, _: Seen) -> Response:
    """The logo as documents print it."""
    workspace = workspaces.the_one()
    if workspace.logo is None or workspace.logo_type is None:
        raise NotFound("logo")
    headers = {"Cache-Control": "private, no-cache"}
    return Response(workspace.logo, headers=headers, media_type=workspace.logo_type)


@routes.delete("/workspace/logo", status_code=204, summary="Remove the logo")
def delete_workspace_logo(_: AdminOnly, workspaces: Workspaces, if_match: IfMatch = None) -> None:
    """Print documents without a logo; those that were sent or issued keep theirs."""
    workspace = workspaces.claim_the_one()
    check_version(workspace, if_match)
    if workspace.logo_type is not None:
        workspace.logo = workspace.logo_type = None
        workspace.happened("workspace.logo_removed")
