"""Sessions of the app: begun with a password, ended by leaving or by a change of the password."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from domain.users.model import SignIn, User

SESSION_LIFE = timedelta(days=14)
_UNRECORDED = {"history": False, "synchronize_session": False}


class SignIns:
    """Who is signed in with which token; only a token's hash is kept."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def begin(self, user: User, token_hash: str, now: datetime) -> SignIn:
        """Sign somebody in for 14 days, and forget this user's sessions that are over."""
        self.session.execute(
            delete(SignIn).where(SignIn.user_id == user.id, SignIn.expires_at <= now),
            execution_options=_UNRECORDED,
        )
        made = SignIn(
            token_hash=token_hash,
            user_id=user.id,
            created_at=now,
            expires_at=now + SESSION_LIFE,
        )
        self.session.add(made)
        return made

    def end(self, token_hash: str) -> None:
        """End one session; another token ends nothing."""
        self.session.execute(
            delete(SignIn).where(SignIn.token_hash == token_hash), execution_options=_UNRECORDED
        )

    def end_all(self, user_id: UUID, but: str | None = None) -> None:
        """End all sessions of a user at once, but for the one with a token's hash."""
        ended = delete(SignIn).where(SignIn.user_id == user_id)
        if but is not None:
            ended = ended.where(SignIn.token_hash != but)
        self.session.execute(ended, execution_options=_UNRECORDED)
