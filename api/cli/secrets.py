"""What `throughline api-key` does, by the rules of the API."""

from sqlalchemy import select

from api import auth
from api.api_keys.schemas import ApiKeyDraft
from api.cli.installation import Installation
from api.cli.refusals import CannotDo
from domain.users import SYSTEM, ApiKey, ApiKeyRepository, User, new_key

HINT = 6


def keys_in_use(installation: Installation) -> list[tuple[str, ...]]:
    """A row for each key that was not revoked, newest first."""
    statement = (
        select(ApiKey, User.name)
        .join(User, User.id == ApiKey.user_id)
        .where(ApiKey.revoked_at.is_(None))
        .order_by(ApiKey.id.desc())
    )
    with installation.database.reading(SYSTEM, installation.moment) as session:
        return [
            (
                str(key.id),
                key.name,
                key.hint,
                key.role.value,
                user_name,
                str(key.expires_on or "never"),
                f"{key.last_used_at:%Y-%m-%d %H:%M}" if key.last_used_at else "never",
            )
            for key, user_name in session.execute(statement)
        ]


def make_key(
    installation: Installation, name: str, email: str, role: str | None, expires: str | None
) -> str:
    """Make a key of a user, with the user's role or a lower one; answers its secret."""
    maker, moment = installation.viewer(email), installation.moment
    draft = ApiKeyDraft.model_validate(
        {"name": name, "role": role or maker.role, "expires_on": expires}
    )
    secret = auth.new_token(auth.KEY_PREFIX)
    with installation.database.writing(SYSTEM, moment) as session:
        session.add(
            new_key(
                maker,
                moment,
                name=draft.name,
                role=draft.role,
                secret_hash=auth.token_hash(secret),
                hint=secret[:HINT],
                expires_on=draft.expires_on,
            )
        )
    return secret


def revoke(installation: Installation, wanted: str) -> str:
    """Revoke the key of an id or of a name that only one has; answers the name."""
    moment = installation.moment
    with installation.database.writing(SYSTEM, moment) as session:
        in_use = session.scalars(select(ApiKey).where(ApiKey.revoked_at.is_(None))).all()
        found = [key for key in in_use if wanted in (str(key.id), key.name)]
        if len(found) != 1:
            how = "No key in use has" if not found else "More than one key has"
            raise CannotDo(f"{how} the id or name “{wanted}”. See `throughline api-key list`.")
        ApiKeyRepository(session).claim(found[0].id).revoke(moment.now)
        return found[0].name
