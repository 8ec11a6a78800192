"""When a mail is tried, when it is given up, and who may read it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.errors import NotAllowed
from domain.outbox import DELAYS, LEASE, Delivery, Mail, MailNotFailed
from domain.users import Role, Viewer

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


def a_mail(**facts: Any) -> Mail:
    return Mail(
        **{
            "cause": "quote",
            "kind": "quote",
            "recipients": ["nadia@northwind.example"],
            "sender_name": "Rita Rep",
            "subject": "Your quote",
            "text": "Hello",
            "created_at": NOON,
            **facts,
        }
    )


def as_role(role: Role) -> Viewer:
    return Viewer(user_id=uuid4(), name="Somebody", role=role)


def test_a_new_mail_is_due_at_once() -> None:
    mail = a_mail()
    assert (mail.status, mail.next_try_at) == (Delivery.QUEUED, NOON)


def test_a_lease_keeps_other_workers_away_for_five_minutes() -> None:
    mail = a_mail()
    mail.lease(NOON)
    assert (mail.tries, mail.leased_until) == (1, NOON + LEASE)
    assert timedelta(minutes=5) == LEASE


def test_each_failed_try_waits_longer_than_the_one_before() -> None:
    mail, waits = a_mail(), []
    for _ in DELAYS:
        mail.lease(NOON)
        assert not mail.not_delivered("451 later", NOON, for_good=False)
        assert mail.next_try_at is not None
        waits.append(mail.next_try_at - NOON)
    assert waits == [timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440)]
    assert mail.status is Delivery.QUEUED


def test_the_try_after_the_last_wait_is_the_last_one() -> None:
    mail = a_mail(tries=len(DELAYS))
    mail.lease(NOON)
    assert not mail.was_tried_too_often
    assert mail.not_delivered("451 later", NOON, for_good=False)
    assert (mail.status, mail.next_try_at, mail.leased_until) == (Delivery.FAILED, None, None)


def test_a_mail_whose_every_try_was_interrupted_is_recognised() -> None:
    mail = a_mail(tries=len(DELAYS) + 1)
    mail.lease(NOON)
    assert mail.was_tried_too_often


def test_a_final_refusal_needs_no_second_try() -> None:
    mail = a_mail()
    mail.lease(NOON)
    assert mail.not_delivered("550 no such user", NOON, for_good=True)
    assert mail.last_error == "550 no such user"


def test_an_endless_reason_is_cut() -> None:
    mail = a_mail()
    mail.not_delivered("x" * 10_000, NOON, for_good=False)
    assert mail.last_error is not None
    assert len(mail.last_error) == 500


def test_only_a_failed_mail_can_be_tried_again() -> None:
    mail = a_mail()
    with pytest.raises(MailNotFailed):
        mail.retry(NOON)
    mail.not_delivered("550 no such user", NOON, for_good=True)
    mail.retry(NOON + timedelta(days=1))
    assert (mail.status, mail.tries, mail.last_error) == (Delivery.QUEUED, 0, None)
    assert mail.next_try_at == NOON + timedelta(days=1)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.REP, Role.FINANCE, Role.VIEWER])
def test_an_invitation_is_read_and_repeated_by_administrators_only(role: Role) -> None:
    invitation = a_mail(kind="invitation")
    assert invitation.may_be_read_by(as_role(Role.ADMIN))
    assert not invitation.may_be_read_by(as_role(role))
    with pytest.raises(NotAllowed):
        invitation.demand_retry(as_role(role))


def test_a_reader_does_not_get_the_links_that_a_quote_carries() -> None:
    quote = a_mail(lead_id=uuid4(), quote_id=uuid4())
    assert quote.may_be_read_by(as_role(Role.REP))
    assert not quote.may_be_read_by(as_role(Role.VIEWER))


def test_finance_repeats_the_mail_of_an_invoice_but_not_of_a_quote() -> None:
    a_mail(lead_id=uuid4(), invoice_id=uuid4()).demand_retry(as_role(Role.FINANCE))
    with pytest.raises(NotAllowed):
        a_mail(lead_id=uuid4(), quote_id=uuid4()).demand_retry(as_role(Role.FINANCE))


def test_a_mail_that_nobody_can_answer_is_automatic() -> None:
    assert a_mail().is_automatic
    assert not a_mail(reply_to="rita@example.com").is_automatic
