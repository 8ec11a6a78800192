"""Signing in, and who is signed in, as they travel."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.schema import Email, Line, Named, Password, Question
from api.users import schemas as users
from domain.calendar import Moment
from domain.money import decimals
from domain.users import RIGHTS, Right, Role, User, Viewer
from domain.workspace import Workspace


class MyWorkspace(TypedDict):
    """What every screen needs of the workspace; `today` is its present day."""

    id: UUID
    name: Annotated[str, Field(examples=["Fjord & Finch"])]
    currency: Annotated[str, Field(examples=["EUR"])]
    currency_decimals: Annotated[int, Field(examples=[2])]
    time_zone: Annotated[str, Field(examples=["Europe/Berlin"])]
    today: date
    has_logo: bool
    managers_see_private: bool
    reps_edit_public: bool


class Me(TypedDict):
    """Who is signed in; `role` is the effective one, the lower of the user's and the key's."""

    user: users.User
    role: Annotated[Role, Field(examples=["rep"])]
    rights: Annotated[list[str], Field(examples=[["read", "write_own_leads", "contribute"]])]
    key: Annotated[Named | None, Field(description="The API key, where one is used.")]
    workspace: MyWorkspace


class Credentials(Question):
    """What signs somebody in."""

    email: Annotated[Email, Field(examples=["ada@example.com"])]
    password: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            examples=["correct horse battery"],
            json_schema_extra={"format": "password"},
        ),
    ]


class InvitationAnswer(Question):
    """The end of an invitation's link, and the password that its user chose."""

    token: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9_-]{20,100}$",
            examples=["Jm3Qe8rT5yU1iO0pA7sD2fG9hK4lZ6xC"],
        ),
    ]
    password: Annotated[Password, Field(examples=["correct horse battery"])]


class OpenInvitation(TypedDict):
    """Whom an invitation is for, and to which company."""

    name: Annotated[str, Field(examples=["Rita Rep"])]
    email: Annotated[str, Field(examples=["rita@example.com"])]
    company: Annotated[str, Field(examples=["Fjord & Finch"])]


class MyChange(Question):
    """What one changes of oneself; address and role are the administrators' business."""

    name: Annotated[Line, Field(examples=["Rita Rep"])]


class PasswordChange(Question):
    """The present password and the one to take its place."""

    current: Annotated[
        str, Field(min_length=1, max_length=200, json_schema_extra={"format": "password"})
    ]
    new: Annotated[Password, Field(examples=["correct horse battery"])]


def me(user: User, viewer: Viewer, workspace: Workspace, clock: Moment) -> Me:
    """Somebody who is signed in, with rights in the order of the domain's table."""
    return {
        "user": users.user(user),
        "role": viewer.role,
        "rights": [right.name.lower() for right in Right if right in RIGHTS[viewer.role]],
        "key": _key(viewer),
        "workspace": {
            "id": workspace.id,
            "name": workspace.name,
            "currency": workspace.currency,
            "currency_decimals": decimals(workspace.currency),
            "time_zone": workspace.time_zone,
            "today": clock.today,
            "has_logo": workspace.logo_type is not None,
            "managers_see_private": workspace.managers_see_private,
            "reps_edit_public": workspace.reps_edit_public,
        },
    }


def _key(viewer: Viewer) -> Named | None:
    if viewer.key_id is None:
        return None
    return {"id": viewer.key_id, "name": viewer.key_name or ""}
