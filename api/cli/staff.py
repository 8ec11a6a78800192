"""What `throughline user` does, by the rules of the API."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select

from api import auth
from api.cli.installation import Installation
from api.schema import Password
from api.users.mail import Inviting, invitation
from api.users.schemas import UserDraft
from domain.outbox import MailRepository
from domain.users import INVITATION_LIFE, SYSTEM, Invitations, User, UserActs, UserRepository

_PASSWORD: TypeAdapter[str] = TypeAdapter(Password)


def everybody(installation: Installation) -> list[tuple[str, ...]]:
    """A row for each user, by name."""
    with installation.database.reading(SYSTEM, installation.moment) as session:
        users = session.scalars(select(User).order_by(User.name, User.id))
        return [
            (
                user.email or "–",
                user.name,
                user.role.value,
                "yes" if user.active else "no",
                f"{user.last_seen_at:%Y-%m-%d %H:%M}" if user.last_seen_at else "never",
            )
            for user in users
        ]


def hashed(password: str) -> str:
    """The hash of a password that is long enough."""
    return auth.hash_password(_PASSWORD.validate_python(password))


def add(installation: Installation, email: str, name: str, role: str, password: str) -> None:
    """Add a user who signs in with a password."""
    draft = UserDraft.model_validate(
        {"email": email, "name": name, "role": role, "password": password}
    )
    password_hash, moment = hashed(password), installation.moment
    with installation.database.writing(SYSTEM, moment) as session:
        UserRepository(session).refuse_taken(draft.email)
        session.add(_user(draft, installation, password_hash))


def invite(installation: Installation, email: str, name: str, role: str) -> str:
    """Add a user who is mailed a link to choose a password; answers the link."""
    draft = UserDraft.model_validate({"email": email, "name": name, "role": role})
    token, moment = auth.new_token(), installation.moment
    link = f"{installation.settings.public_url}/invitation/{token}"
    workspace = installation.workspace
    facts = Inviting(
        company=workspace.name,
        by_name=workspace.name,
        by_email=None,
        link=link,
        until=moment.day_of(moment.now + INVITATION_LIFE),
    )
    with installation.database.writing(SYSTEM, moment) as session:
        UserRepository(session).refuse_taken(draft.email)
        user = UserRepository(session).add(_user(draft, installation, None))
        session.flush()
        time = Invitations(session).issue(user, auth.token_hash(token), moment.now)
        MailRepository(session).add(invitation(user, time, facts, moment.now))
    return link


def change(installation: Installation, email: str, given: Mapping[str, Any]) -> str:
    """Change a user; answers the name."""
    user_id, moment = installation.user(email).id, installation.moment
    with installation.database.writing(SYSTEM, moment) as session:
        user = UserRepository(session).claim(user_id)
        UserActs(session, moment.now).change(user, given)
        return user.name


def _user(draft: UserDraft, installation: Installation, password_hash: str | None) -> User:
    return User(
        name=draft.name,
        email=draft.email,
        role=draft.role,
        password_hash=password_hash,
        created_at=installation.moment.now,
    )
