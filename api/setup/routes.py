"""First-run setup: from this machine, or with the token that the operator chose."""

import hmac
from typing import Annotated, Any

from fastapi import Header
from fastapi.responses import Response

from api import auth
from api.dependencies import Config, CurrentWork, open_router
from api.errors import problems
from api.settings import Settings
from api.setup import schemas
from api.users.schemas import user
from api.work import Work, reads_first, respond
from api.workspace.schemas import workspace
from domain.errors import NotAllowed
from domain.pipelines.founding import Founding, found_company, refuse_second_setup
from domain.users import SignIns, User, Viewer
from domain.workspace import AlreadySetUp, Workspace

routes = open_router("Setup")


class SetupNotAllowed(NotAllowed):
    """Setup is done from the machine that Throughline runs on, or with the operator's token."""


@routes.post(
    "/setup",
    status_code=201,
    response_model=schemas.SetUp,
    summary="Set up the installation",
    responses=problems(SetupNotAllowed, AlreadySetUp),
)
@reads_first
def set_up(
    setup: schemas.Setup,
    work: CurrentWork,
    settings: Config,
    token: Annotated[
        str | None,
        Header(
            alias="X-Setup-Token",
            max_length=500,
            description="`THROUGHLINE_SETUP_TOKEN`; not needed on the same machine.",
        ),
    ] = None,
) -> Any:
    """Found the company of this installation, once, and sign its first administrator in.

    It gets the taxes of its country and the default pipeline.
    """
    refuse_second_setup(work.session)
    _demand_operator(token, settings, work)
    founding = _founding(setup)
    made, admin = found_company(work.start_writing(), founding, work.now)
    work.act_as(Viewer.of(admin, made), made.time_zone, made.currency)
    work.session.flush()
    if setup.sample_data:
        _fill(settings, work)
    return _signed_in(made, admin, work)


def _demand_operator(token: str | None, settings: Settings, work: Work) -> None:
    expected = settings.setup_token.encode()
    if token is not None and expected and hmac.compare_digest(token.encode(), expected):
        return
    if token is not None or not auth.is_from_this_machine(work.request):
        raise SetupNotAllowed(
            "Set up from the machine that Throughline runs on, or start it with "
            "THROUGHLINE_SETUP_TOKEN and send that token as X-Setup-Token."
        )


def _founding(setup: schemas.Setup) -> Founding:
    return Founding(
        company_name=setup.company_name,
        country=setup.country,
        currency=setup.currency,
        time_zone=setup.time_zone,
        admin_name=setup.admin.name,
        admin_email=setup.admin.email,
        password_hash=auth.hash_password(setup.admin.password),
    )


def _fill(settings: Settings, work: Work) -> None:
    """Play an invented year in the same transaction; loaded only here, since it happens once."""
    from api.sample_data import play

    play(work.session, settings, work.moment)


def _signed_in(made: Workspace, admin: User, work: Work) -> Response:
    token = auth.new_token()
    SignIns(work.session).begin(admin, auth.token_hash(token), work.now)
    response = respond({"workspace": workspace(made), "user": user(admin)}, 201)
    auth.give_cookie(response, token, work.request)
    return response
