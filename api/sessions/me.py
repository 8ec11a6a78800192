"""Who is signed in, and their password."""

from typing import Any
from uuid import UUID

from api import auth
from api.dependencies import Caller, Clock, CurrentWork, Users, Workspaces, router
from api.errors import problems
from api.sessions import schemas
from api.work import Work, reads_first
from domain.errors import Invalid, NotAllowed, TooMany
from domain.users import User, UserActs, UserRepository

routes = router("Sign-in")


class SignInNeeded(NotAllowed):
    """A key cannot change the password of the user that it acts as."""


@routes.get("/me", response_model=schemas.Me, summary="Read who is signed in")
def get_me(caller: Caller, users: Users, workspaces: Workspaces, clock: Clock) -> Any:
    """The caller with role and rights, and what every screen needs of the workspace."""
    return schemas.me(users.get(_user_id(caller.user_id)), caller, workspaces.the_one(), clock)


@routes.patch("/me", response_model=schemas.Me, summary="Change my name")
def update_me(
    change: schemas.MyChange, users: Users, workspaces: Workspaces, work: CurrentWork
) -> Any:
    """Go by another name; documents that are out keep the one they have."""
    user = users.claim(_user_id(work.viewer.user_id))
    UserActs(work.session, work.now).change(user, change.given())
    work.session.flush()
    return schemas.me(user, work.viewer, workspaces.the_one(), work.moment)


@routes.post(
    "/me/password",
    status_code=204,
    summary="Change my password",
    responses=problems(SignInNeeded, TooMany),
)
@reads_first
def change_my_password(change: schemas.PasswordChange, work: CurrentWork) -> None:
    """Take a new password by showing the present one; all other sessions end."""
    if work.viewer.key_id is not None:
        raise SignInNeeded("Sign in to change your password; an API key cannot.")
    found = UserRepository(work.session).get(_user_id(work.viewer.user_id))
    _demand_present(change.current, found, work)
    hashed = auth.hash_password(change.new)
    user = UserRepository(work.start_writing()).claim(found.id)
    session = auth.cookie_of(work.request)
    kept = auth.token_hash(session) if session else None
    UserActs(work.session, work.now).set_password(user, hashed, kept)


def _demand_present(password: str, user: User, work: Work) -> None:
    """Refuse a wrong password, slower and slower; a stolen session must not find it out."""
    machine, throttle = auth.machine_of(work.request), work.request.app.state.throttle
    throttle.begin(str(user.id), machine, work.now)
    if not auth.password_fits(password, user.password_hash):
        raise Invalid("current", "This is not your present password.")
    throttle.succeeded(str(user.id), machine, work.now)


def _user_id(id: UUID | None) -> UUID:
    """A caller who is signed in is always a user."""
    assert id is not None
    return id
