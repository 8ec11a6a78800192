"""Forgets what outlived its use: ended sessions, answers kept for repeated requests, old events."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.idempotency import LIFE
from domain.calendar import Moment
from domain.events import EventRepository
from domain.users import AnsweredRequest, SignIn


def forget_outlived(session: Session, moment: Moment) -> None:
    """Delete sessions that ended, request answers older than a day and events older than two."""
    outlived = (
        delete(SignIn).where(SignIn.expires_at <= moment.now),
        delete(AnsweredRequest).where(AnsweredRequest.created_at <= moment.now - LIFE),
    )
    for statement in outlived:
        session.execute(
            statement, execution_options={"history": False, "synchronize_session": False}
        )
    EventRepository(session).forget(moment.now)
