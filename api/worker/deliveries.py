"""Delivers what is due: lease in one transaction, deliver outside any, record in another."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from api.adapters.headers import BadAddress
from api.adapters.message import Attachment, Message, compose
from api.adapters.post import NotNow, Post, Receipt, Undeliverable
from api.database import Database
from api.worker.failures import tell_of_failure
from api.worker.site import Site
from domain.calendar import Moment
from domain.documents import StoredDocument
from domain.leads import Lead, LeadRepository
from domain.outbox import Delivery, Mail, MailRepository
from domain.users import SYSTEM
from domain.workspace import WorkspaceRepository

log = logging.getLogger("throughline.worker")
RECORDINGS = 3
"""How often a result is written down before its loss is accepted; each waits for its locks."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A try that came to nothing, and whether another one could come to more."""

    reason: str
    for_good: bool


@dataclass
class Deliveries:
    """The duty of delivering what is due, one mail after the other."""

    database: Database
    post: Post
    site: Site
    clock: Callable[[], datetime]
    pause: float = 2.0

    def attend(self) -> bool:
        """Deliver the mail that waited longest; False where none is due."""
        moment = self._moment_if_due()
        mail = self._leased(moment) if moment else None
        if moment is None or mail is None:
            return False
        outcome = self._try(mail, moment)
        self._record(mail, outcome, Moment(self.clock(), moment.zone_name))
        return True

    def finish(self) -> None:
        """Nothing is in hand between two mails."""

    def _moment_if_due(self) -> Moment | None:
        """Now in the workspace's zone where a mail is due; the one question that idling costs."""
        moment = Moment(self.clock(), "UTC")
        with self.database.reading(SYSTEM, moment) as session:
            if not MailRepository(session).any_due(moment.now):
                return None
            workspace = WorkspaceRepository(session).found()
            return Moment(moment.now, workspace.time_zone) if workspace else None

    def _leased(self, moment: Moment) -> Mail | None:
        with self.database.writing(SYSTEM, moment) as session:
            return MailRepository(session).lease_due(moment.now)

    def _try(self, mail: Mail, moment: Moment) -> Receipt | Failed:
        if mail.was_tried_too_often:
            return Failed("Each try was interrupted before its end.", for_good=True)
        try:
            return self.post.deliver(self._written(mail, moment))
        except (Undeliverable, BadAddress) as error:
            return Failed(str(error), for_good=True)
        except NotNow as error:
            return Failed(str(error), for_good=False)
        except Exception as error:
            log.exception("Mail %s could not be delivered.", mail.id)
            return Failed(f"{type(error).__name__}: {error}", for_good=False)

    def _written(self, mail: Mail, moment: Moment) -> Message:
        with self.database.reading(SYSTEM, moment) as session:
            sender = self.site.sender(WorkspaceRepository(session).the_one())
            return compose(mail, sender, _attachments(session, mail))

    def _record(self, tried: Mail, outcome: Receipt | Failed, moment: Moment) -> None:
        """Write down what became of a try; a forgotten one would be delivered a second time."""
        for attempt in range(1, RECORDINGS + 1):
            try:
                return self._record_once(tried, outcome, moment)
            except DBAPIError:
                if attempt == RECORDINGS:
                    raise
        raise AssertionError("unreachable")

    def _record_once(self, tried: Mail, outcome: Receipt | Failed, moment: Moment) -> None:
        with self.database.writing(SYSTEM, moment) as session:
            is_told = isinstance(outcome, Failed) or outcome.refused is not None
            lead = _claimed_lead(session, tried) if is_told else None
            mail = MailRepository(session).claim(tried.id)
            if mail.status is Delivery.QUEUED and _noted(mail, tried, outcome, moment):
                tell_of_failure(session, moment, mail, lead, self.site.public_url)


def _claimed_lead(session: Session, mail: Mail) -> Lead | None:
    """The lead of a mail, which is claimed before the mail as in all acts."""
    if mail.lead_id is None or session.get(Lead, mail.lead_id) is None:
        return None
    return LeadRepository(session).claim(mail.lead_id)


def _noted(mail: Mail, tried: Mail, outcome: Receipt | Failed, moment: Moment) -> bool:
    """Write the outcome of a try into the mail; say whether somebody has to be told of it."""
    if isinstance(outcome, Receipt):
        mail.delivered(moment.now, outcome.status, outcome.refused)
        return outcome.refused is not None
    if mail.leased_until != tried.leased_until:  # Another worker tries it by now.
        return False
    return mail.not_delivered(outcome.reason, moment.now, for_good=outcome.for_good)


def _attachments(session: Session, mail: Mail) -> list[Attachment]:
    found = []
    for wanted in mail.attachments:
        stored = session.execute(
            select(StoredDocument.media_type, StoredDocument.content).where(
                StoredDocument.id == UUID(str(wanted["document_id"]))
            )
        ).one_or_none()
        if stored is None:
            raise Undeliverable(f"The document {wanted['name']} is no longer there.")
        found.append(Attachment(wanted["name"], stored.media_type, stored.content))
    return found
