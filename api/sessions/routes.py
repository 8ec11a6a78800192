"""Signing in with a password or an invitation, and signing out."""

from typing import Annotated, Any

from fastapi import Path
from fastapi.responses import Response

from api import auth
from api.dependencies import CurrentWork, open_router
from api.errors import problems
from api.sessions import schemas
from api.work import Work, reads_first, respond
from domain.errors import NotSignedIn, TooMany
from domain.users import InvitationOver, Invitations, SignIns, User, UserRepository, Viewer
from domain.workspace import Workspace, WorkspaceRepository

routes = open_router("Sign-in")

Token = Annotated[str, Path(max_length=100, description="The end of the invitation's link.")]


class WrongCredentials(NotSignedIn):
    """Address and password do not belong together, or nobody active signs in with them."""

    def __init__(self) -> None:
        super().__init__("The address or the password is wrong, or this user is not active.")


@routes.post(
    "/auth/login",
    response_model=schemas.Me,
    summary="Sign in",
    responses=problems(WrongCredentials, TooMany),
)
@reads_first
def login(credentials: schemas.Credentials, work: CurrentWork) -> Any:
    """Start a session of 14 days in a cookie; many failures in a row are made to wait."""
    machine, throttle = auth.machine_of(work.request), work.request.app.state.throttle
    throttle.begin(credentials.email, machine, work.now)
    found = UserRepository(work.session).by_email(credentials.email)
    hashed = found.password_hash if found is not None and found.active else None
    if not auth.password_fits(credentials.password, hashed) or found is None or hashed is None:
        raise WrongCredentials
    fresh = auth.hash_password(credentials.password) if auth.is_outdated(hashed) else hashed
    workspace = _act_as(found, work)
    user = UserRepository(work.session).claim(found.id)
    if not user.active or user.password_hash != hashed:
        raise WrongCredentials
    user.password_hash = fresh
    user.happened("user.signed_in")
    throttle.succeeded(credentials.email, machine, work.now)
    return _signed_in(user, workspace, work)


@routes.post("/auth/logout", status_code=204, summary="Sign out")
def logout(work: CurrentWork) -> Response:
    """End the session of the cookie that comes with this request, if there is one."""
    _end_present(work)
    response = Response(status_code=204)
    auth.take_cookie(response, work.request)
    return response


@routes.get(
    "/auth/invitation/{token}",
    response_model=schemas.OpenInvitation,
    summary="Read an invitation",
    responses=problems(InvitationOver),
)
def get_invitation(token: Token, work: CurrentWork) -> Any:
    """Whom an open invitation is for; reading it does not use it up."""
    guest = Invitations(work.session).guest(auth.token_hash(token), work.now)
    company = WorkspaceRepository(work.session).the_one().name
    return {"name": guest.name, "email": guest.email or "", "company": company}


@routes.post(
    "/auth/invitation",
    response_model=schemas.Me,
    summary="Take up an invitation",
    responses=problems(InvitationOver, TooMany),
)
@reads_first
def take_up_invitation(answer: schemas.InvitationAnswer, work: CurrentWork) -> Any:
    """Choose the first password by the link that was mailed, and be signed in."""
    mark = auth.token_hash(answer.token)
    guest = Invitations(work.session).guest(mark, work.now)
    hashed = auth.hash_password(answer.password)
    workspace = _act_as(guest, work)
    user = Invitations(work.session).take_up(mark, hashed, work.now)
    return _signed_in(user, workspace, work)


def _act_as(user: User, work: Work) -> Workspace:
    """Start to write, in the name of the one who signs in."""
    workspace = WorkspaceRepository(work.start_writing()).the_one()
    work.act_as(Viewer.of(user, workspace), workspace.time_zone, workspace.currency)
    return workspace


def _signed_in(user: User, workspace: Workspace, work: Work) -> Response:
    """A session instead of the one that the browser had, and who is signed in now."""
    _end_present(work)
    token = auth.new_token()
    SignIns(work.session).begin(user, auth.token_hash(token), work.now)
    work.session.flush()
    response = respond(schemas.me(user, work.viewer, workspace, work.moment), 200)
    auth.give_cookie(response, token, work.request)
    return response


def _end_present(work: Work) -> None:
    present = auth.cookie_of(work.request)
    if present is not None:
        SignIns(work.session).end(auth.token_hash(present))
