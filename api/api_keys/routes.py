"""API keys: list, make and revoke."""

from typing import Annotated, Any

from fastapi import Query

from api import auth
from api.api_keys import schemas
from api.dependencies import ApiKeys, CurrentWork, check_version, needs, paging, router
from api.errors import problems
from api.schema import IfMatch, RecordId
from domain.repository import Paging
from domain.users import ApiKeyRepository, KeyAboveMaker, Right, new_key

routes = router("API keys")

NewestFirst = Annotated[Paging, paging(ApiKeyRepository.sorts, "-created_at")]
AdminOnly = Annotated[None, needs(Right.ADMINISTER)]
HINT = 6


@routes.get("/api-keys", response_model=schemas.ApiKeyList, summary="List API keys")
def list_api_keys(
    _: AdminOnly,
    keys: ApiKeys,
    paging: NewestFirst,
    revoked: Annotated[bool, Query(description="Revoked ones instead of those in use.")] = False,
) -> Any:
    """The keys of all users; an outlived one stays in the list until it is revoked."""
    page = keys.listed({"revoked": revoked}, paging)
    items = [schemas.api_key(row, row.user_name) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post(
    "/api-keys",
    status_code=201,
    response_model=schemas.NewApiKey,
    summary="Make an API key",
    responses=problems(KeyAboveMaker),
)
def create_api_key(
    draft: schemas.ApiKeyDraft, _: AdminOnly, keys: ApiKeys, work: CurrentWork
) -> Any:
    """Make a key that acts as its maker; only its hash is kept, so note the `secret` now."""
    secret = auth.new_token(auth.KEY_PREFIX)
    key = new_key(
        work.viewer,
        work.moment,
        name=draft.name,
        role=draft.role,
        secret_hash=auth.token_hash(secret),
        hint=secret[:HINT],
        expires_on=draft.expires_on,
    )
    keys.add(key)
    work.session.flush()
    return {**schemas.api_key(key, work.viewer.name), "secret": secret}


@routes.delete("/api-keys/{id}", status_code=204, summary="Revoke an API key")
def revoke_api_key(
    id: RecordId, _: AdminOnly, keys: ApiKeys, work: CurrentWork, if_match: IfMatch = None
) -> None:
    """End a key at once; who used it stays in the audit log."""
    key = keys.claim(id)
    check_version(key, if_match)
    key.revoke(work.now)
