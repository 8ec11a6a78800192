"""Forgets what outlived its use: ended sessions, and answers kept for repeated requests."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.idempotency import LIFE
from domain.calendar import Moment
from domain.users import AnsweredRequest, SignIn


def forget_outlived(session: Session, moment: Moment) -> None:
    """Delete sessions that ended and request answers older than a day."""
    outlived = (
        delete(SignIn).where(SignIn.expires_at <= moment.now),
        delete(AnsweredRequest).where(AnsweredRequest.created_at <= moment.now - LIFE),
    )
    for statement in outlived:
        session.execute(
            statement, execution_options={"history": False, "synchronize_session": False}
        )
