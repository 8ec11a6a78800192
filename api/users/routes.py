"""Users: list, add, read and change; they are never deleted, since the history names them."""

from typing import Annotated, Any

from fastapi import Query

from api import auth
from api.dependencies import Config, CurrentWork, Users, check_version, needs, paging, router
from api.errors import problems
from api.schema import IfMatch, RecordId, Search
from api.settings import Settings
from api.users import schemas
from api.users.mail import Inviting, invitation
from api.work import Work, reads_first
from domain.outbox import MailRepository
from domain.repository import Paging
from domain.users import (
    INVITATION_LIFE,
    AddressTaken,
    Invitations,
    LastAdmin,
    NotInvitable,
    Right,
    Role,
    User,
    UserActs,
    UserRepository,
)
from domain.workspace import WorkspaceRepository

routes = router("Users")

ByName = Annotated[Paging, paging(UserRepository.sorts, "name")]
AdminOnly = Annotated[None, needs(Right.ADMINISTER)]


@routes.get("/users", response_model=schemas.UserList, summary="List users")
def list_users(
    users: Users,
    paging: ByName,
    q: Search = None,
    role: Annotated[Role | None, Query()] = None,
    active: Annotated[bool | None, Query(description="Only active ones, or only others.")] = None,
) -> Any:
    """The people of the workspace, former ones included; everybody may know them."""
    page = users.listed({"q": q, "role": role, "active": active}, paging)
    items = [schemas.user(row) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post(
    "/users",
    status_code=201,
    response_model=schemas.InvitedUser,
    summary="Add a user",
    responses=problems(AddressTaken),
)
@reads_first
def create_user(draft: schemas.UserDraft, _: AdminOnly, work: CurrentWork, settings: Config) -> Any:
    """Add somebody who signs in; without a password an invitation is mailed, good for a week."""
    hashed = auth.hash_password(draft.password) if draft.password else None
    users = UserRepository(work.start_writing())
    users.refuse_taken(draft.email)
    user = users.add(
        User(
            name=draft.name,
            email=draft.email,
            role=draft.role,
            password_hash=hashed,
            created_at=work.now,
        )
    )
    work.session.flush()
    link = None
    if hashed is None:
        link = _invite(user, work, settings)
        user.happened("user.created", invited=True)
        work.session.flush()
    return {**schemas.user(user), "invitation_url": link}


@routes.get("/users/{id}", response_model=schemas.User, summary="Read a user")
def get_user(id: RecordId, users: Users) -> Any:
    """One user."""
    return schemas.user(users.get(id))


@routes.patch(
    "/users/{id}",
    response_model=schemas.User,
    summary="Change a user",
    responses=problems(AddressTaken, LastAdmin),
)
@reads_first
def update_user(
    id: RecordId,
    change: schemas.UserChange,
    _: AdminOnly,
    work: CurrentWork,
    if_match: IfMatch = None,
) -> Any:
    """Change name, address, role or password; deactivating ends sessions and keys at once."""
    given = change.given("password")
    if "password" in change.model_fields_set:
        given["password_hash"] = auth.hash_password(change.password)
    user = UserRepository(work.start_writing()).claim(id)
    check_version(user, if_match)
    UserActs(work.session, work.now).change(user, given)
    work.session.flush()
    return schemas.user(user)


@routes.post(
    "/users/{id}/invite",
    response_model=schemas.InvitedUser,
    summary="Invite a user again",
    responses=problems(NotInvitable),
)
def invite_user(
    id: RecordId, _: AdminOnly, users: Users, work: CurrentWork, settings: Config
) -> Any:
    """Mail a new link to choose a password; earlier ones are over."""
    user = users.claim(id)
    link = _invite(user, work, settings)
    work.session.flush()
    return {**schemas.user(user), "invitation_url": link}


def _invite(user: User, work: Work, settings: Settings) -> str:
    """Mail an invitation; answers its link."""
    token = auth.new_token()
    time = Invitations(work.session).issue(user, auth.token_hash(token), work.now)
    link = f"{settings.public_url}/invitation/{token}"
    by = work.session.get(User, work.viewer.user_id)
    facts = Inviting(
        company=WorkspaceRepository(work.session).the_one().name,
        by_name=work.viewer.name,
        by_email=by.email if by else None,
        link=link,
        until=work.moment.day_of(work.now + INVITATION_LIFE),
    )
    MailRepository(work.session).add(invitation(user, time, facts, work.now))
    return link
