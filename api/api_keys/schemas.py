"""API keys as they travel; the secret does so once, when the key is made."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from sqlalchemy import Row
from typing_extensions import TypedDict

from api.schema import Day, Line, Named, Question
from domain.users import ApiKey as ApiKeyRecord
from domain.users import Role


class ApiKey(TypedDict):
    """A key by which an integration acts as `user`, with the lower of both roles.

    `hint` is how the secret begins; `last_used_at` is written once a minute.
    """

    id: UUID
    name: Annotated[str, Field(examples=["Import from the shop"])]
    role: Annotated[Role, Field(examples=["rep"])]
    user: Named
    hint: Annotated[str, Field(examples=["tl_3fK"])]
    created_at: datetime
    expires_on: Annotated[date | None, Field(examples=["2027-12-31"])]
    last_used_at: datetime | None
    revoked_at: Annotated[datetime | None, Field(examples=[None])]
    version: int


class NewApiKey(ApiKey):
    """A key with its secret, which is shown here once and never again."""

    secret: Annotated[str, Field(examples=["tl_3fKx0v1mQ7sT9wYbC2dE4gH6jL8nP5rU0aZ1xV3kM7o"])]


class ApiKeyList(TypedDict):
    """A page of keys, newest first."""

    items: list[ApiKey]
    next_cursor: str | None
    total: int | None


class ApiKeyDraft(Question):
    """A key to make; it is good to the end of `expires_on` in the workspace's time zone."""

    name: Annotated[Line, Field(examples=["Import from the shop"])]
    role: Annotated[Role, Field(examples=["rep"])]
    expires_on: Annotated[Day | None, Field(examples=["2027-12-31"])] = None


def api_key(found: ApiKeyRecord | Row[Any], user_name: str) -> ApiKey:
    """A key without its secret."""
    return {
        "id": found.id,
        "name": found.name,
        "role": found.role,
        "user": {"id": found.user_id, "name": user_name},
        "hint": found.hint,
        "created_at": found.created_at,
        "expires_on": found.expires_on,
        "last_used_at": found.last_used_at,
        "revoked_at": found.revoked_at,
        "version": found.version,
    }
