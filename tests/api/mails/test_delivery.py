"""Delivering the outbox to a real mail server, or into a folder, on both databases."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes, policy
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.adapters import post
from api.adapters.folder import Folder
from api.adapters.message import Message
from api.adapters.post import Post, Receipt
from api.adapters.smtp import BadSmtpUrl, SmtpServer
from api.settings import Settings
from api.worker import Deliveries, Site
from domain.documents import StoredDocument
from domain.outbox import Delivery, Mail, MailRepository
from domain.users import SYSTEM
from tests.api.mails.mail_server import Inbox, running
from tests.conftest import Clock
from tests.factories import Staff, a_lead

PDF = b"%PDF-1.7 the very bytes \x00\xff"
SITE = Site("", "https://sales.example.com")


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    """A mail server that takes everything."""
    with running() as found:
        yield found


@pytest.fixture
def outbox(app: FastAPI, company: Staff, clock: Clock) -> "Outbox":
    """The outbox of a company that is set up."""
    return Outbox(app, clock)


class Outbox:
    """Puts mails into the outbox, has them delivered, and looks at what became of them."""

    def __init__(self, app: FastAPI, clock: Clock) -> None:
        self.database, self.clock = app.state.database, clock

    def put(self, **facts: Any) -> UUID:
        """A mail that waits for delivery."""
        mail = Mail(
            **{
                "cause": str(uuid4()),
                "kind": "quote",
                "recipients": ["nadia@northwind.example"],
                "sender_name": "Rita Rep",
                "reply_to": "rep@example.com",
                "subject": "Your quote",
                "text": "Hello Nadia",
                "html": "<p>Hello Nadia</p>",
                "created_at": self.clock.now,
                **facts,
            }
        )
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            session.add(mail)
        return mail.id

    def put_pdf(self) -> UUID:
        """A stored document."""
        stored = StoredDocument(
            source_id=uuid4(),
            name="Q-2026-0001.pdf",
            sha256=sha256(PDF).hexdigest(),
            content=PDF,
            created_at=self.clock.now,
        )
        with self.database.writing(SYSTEM, self.clock.moment) as session:
            session.add(stored)
        return stored.id

    def worker(self, way: Post | str) -> Deliveries:
        """A worker that delivers by a mail server or another way."""
        server = SmtpServer.at(way) if isinstance(way, str) else way
        return Deliveries(self.database, server, SITE, self.clock)

    def deliver(self, way: Post | str) -> int:
        """Deliver all that is due; answers how many tries that took."""
        worker, tries = self.worker(way), 0
        while worker.attend():
            tries += 1
        return tries

    def read(self, id: UUID) -> Mail:
        """A mail as the database has it."""
        with self.database.reading(SYSTEM, self.clock.moment) as session:
            return MailRepository(session).get(id)

    def all(self) -> list[Mail]:
        """Every mail, the oldest first."""
        with self.database.reading(SYSTEM, self.clock.moment) as session:
            return list(session.scalars(select(Mail).order_by(Mail.id)))


def test_a_mail_reaches_the_server_with_text_html_and_pdf(outbox: Outbox, inbox: Inbox) -> None:
    document = outbox.put_pdf()
    id = outbox.put(attachments=[{"document_id": str(document), "name": "Angebot – Größe.pdf"}])
    assert outbox.deliver(inbox.url) == 1
    mail = outbox.read(id)
    assert (mail.status, mail.tries, mail.delivered_at) == (
        Delivery.HANDED_OVER,
        1,
        outbox.clock.now,
    )
    [message] = inbox.messages
    assert message["Message-ID"] == f"<{id}@example.com>"
    assert message["From"].addresses[0].display_name == "Rita Rep (Throughline Test)"
    assert message["From"].addresses[0].addr_spec == "office@example.com"
    assert message["Reply-To"] == "rep@example.com"
    text, html, pdf = [part for part in message.walk() if not part.is_multipart()]
    assert text.get_content().strip() == "Hello Nadia"
    assert html.get_content().strip() == "<p>Hello Nadia</p>"
    assert (pdf.get_filename(), pdf.get_content()) == ("Angebot – Größe.pdf", PDF)


def test_names_and_subjects_arrive_in_their_own_letters(outbox: Outbox, inbox: Inbox) -> None:
    outbox.put(sender_name="Zoë Ünal", subject="Angebot für 王小明 – 12 €", text="Grüße 😀\n")
    outbox.deliver(inbox.url)
    [message] = inbox.messages
    assert message["Subject"] == "Angebot für 王小明 – 12 €"
    assert message["From"].addresses[0].display_name == "Zoë Ünal (Throughline Test)"
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().rstrip() == "Grüße 😀"


def test_a_mail_is_delivered_once(outbox: Outbox, inbox: Inbox) -> None:
    outbox.put()
    assert outbox.deliver(inbox.url) == 1
    outbox.clock.advance(days=3)
    assert outbox.deliver(inbox.url) == 0
    assert len(inbox.envelopes) == 1


def test_a_busy_server_is_asked_again_later_with_the_same_mail(
    outbox: Outbox, inbox: Inbox
) -> None:
    inbox.data_answers = ["451 greylisted", "451 greylisted"]
    id = outbox.put()
    assert outbox.deliver(inbox.url) == 1
    waiting = outbox.read(id)
    assert waiting.status is Delivery.QUEUED
    assert waiting.last_error is not None
    assert "451 greylisted" in waiting.last_error
    outbox.clock.advance(minutes=1)
    assert outbox.deliver(inbox.url) == 1
    outbox.clock.advance(minutes=1)
    assert outbox.deliver(inbox.url) == 0
    outbox.clock.advance(minutes=4)
    assert outbox.deliver(inbox.url) == 1
    assert outbox.read(id).status is Delivery.HANDED_OVER
    assert outbox.read(id).last_error is None
    assert [message["Message-ID"] for message in inbox.messages] == [f"<{id}@example.com>"]


def test_a_mail_is_given_up_after_two_days_of_trying(outbox: Outbox, inbox: Inbox) -> None:
    inbox.data_answers = ["452 disk full"] * 20
    id, began = outbox.put(), outbox.clock.now
    while outbox.read(id).status is Delivery.QUEUED:
        outbox.deliver(inbox.url)
        outbox.clock.advance(minutes=30)
    assert outbox.read(id).tries == 9
    assert timedelta(hours=46) < outbox.clock.now - began < timedelta(hours=52)


def test_a_refusal_for_good_fails_at_once(outbox: Outbox, inbox: Inbox) -> None:
    inbox.recipient_answers = {"nadia@northwind.example": "550 no such user"}
    id = outbox.put()
    outbox.deliver(inbox.url)
    mail = outbox.read(id)
    assert (mail.status, mail.tries) == (Delivery.FAILED, 1)
    assert mail.last_error == "The mail server refuses it: nadia@northwind.example 550 no such user"
    assert [message["To"] for message in inbox.messages] == ["admin@example.com"]


def test_a_server_that_wants_a_password_first_is_no_fault_of_the_mail(
    outbox: Outbox, inbox: Inbox
) -> None:
    inbox.recipient_answers = {"nadia@northwind.example": "530 authentication required"}
    id = outbox.put()
    outbox.deliver(inbox.url)
    assert outbox.read(id).status is Delivery.QUEUED


def test_a_message_that_is_refused_for_good_fails_at_once(outbox: Outbox, inbox: Inbox) -> None:
    inbox.data_answers = ["554 looks like spam"]
    id = outbox.put()
    outbox.deliver(inbox.url)
    assert outbox.read(id).last_error == "The mail server refuses it: 554 looks like spam"
    assert outbox.read(id).status is Delivery.FAILED


def test_nobody_gets_a_second_copy_because_another_recipient_has_to_wait(
    outbox: Outbox, inbox: Inbox
) -> None:
    inbox.recipient_answers = {"cfo@northwind.example": "450 greylisted"}
    id = outbox.put(cc=["cfo@northwind.example"])
    outbox.deliver(inbox.url)
    assert inbox.envelopes == []
    inbox.recipient_answers = {}
    outbox.clock.advance(minutes=1)
    outbox.deliver(inbox.url)
    assert [envelope.rcpt_tos for envelope in inbox.envelopes] == [
        ["nadia@northwind.example", "cfo@northwind.example"]
    ]
    assert outbox.read(id).status is Delivery.HANDED_OVER


def test_a_recipient_refused_for_good_does_not_keep_the_others_waiting(
    outbox: Outbox, inbox: Inbox, company: Staff
) -> None:
    inbox.recipient_answers = {"gone@northwind.example": "550 gone"}
    lead = UUID(a_lead(company.client("rep"))["id"])
    id = outbox.put(cc=["gone@northwind.example"], lead_id=lead)
    outbox.deliver(inbox.url)
    mail = outbox.read(id)
    assert (mail.status, mail.last_error) == (
        Delivery.HANDED_OVER,
        "gone@northwind.example 550 gone",
    )
    assert inbox.messages[1]["To"] == "rep@example.com"
    assert inbox.messages[1]["Subject"] == "Not delivered: Your quote"


def test_a_server_that_is_down_is_tried_again(outbox: Outbox) -> None:
    with running() as gone:
        url = gone.url
    id = outbox.put()
    outbox.deliver(url)
    mail = outbox.read(id)
    assert mail.status is Delivery.QUEUED
    assert mail.last_error is not None
    assert "cannot be reached" in mail.last_error


def test_a_password_opens_the_server_and_a_wrong_one_is_no_fault_of_the_mail(
    outbox: Outbox,
) -> None:
    with running(password="s3cret/@") as inbox:
        locked = inbox.url.replace("smtp://", "smtp://user:wrong@")
        id = outbox.put()
        outbox.deliver(locked)
        assert outbox.read(id).status is Delivery.QUEUED
        assert "wrong" not in str(outbox.read(id).last_error)
        outbox.clock.advance(minutes=1)
        outbox.deliver(inbox.url.replace("smtp://", "smtp://user:s3cret%2F%40@"))
        assert outbox.read(id).status is Delivery.HANDED_OVER
        assert inbox.logins[-1] == ("user", "s3cret/@")


def test_nothing_travels_in_the_clear_where_encryption_was_asked_for(
    outbox: Outbox, inbox: Inbox
) -> None:
    id = outbox.put()
    outbox.deliver(f"{inbox.url}?starttls")
    assert inbox.envelopes == []
    assert outbox.read(id).status is Delivery.QUEUED


def test_an_address_in_other_letters_is_delivered(outbox: Outbox, inbox: Inbox) -> None:
    outbox.put(recipients=["zoë@müller.example"])
    outbox.deliver(inbox.url)
    assert inbox.envelopes[0].rcpt_tos == ["zoë@xn--mller-kva.example"]


def test_an_address_that_is_none_fails_without_asking_the_server(
    outbox: Outbox, inbox: Inbox
) -> None:
    id = outbox.put(recipients=["nobody"])
    outbox.deliver(inbox.url)
    assert outbox.read(id).status is Delivery.FAILED


def test_a_worker_killed_in_the_middle_leaves_the_mail_to_another(
    outbox: Outbox, inbox: Inbox
) -> None:
    id = outbox.put()
    with pytest.raises(_Killed):
        outbox.deliver(_dying)
    assert outbox.read(id).leased_until == outbox.clock.now + timedelta(minutes=5)
    assert outbox.deliver(inbox.url) == 0
    outbox.clock.advance(minutes=5)
    assert outbox.deliver(inbox.url) == 1
    assert outbox.read(id).tries == 2
    assert [message["Message-ID"] for message in inbox.messages] == [f"<{id}@example.com>"]


def test_a_mail_that_kills_every_worker_is_given_up(outbox: Outbox, inbox: Inbox) -> None:
    id = outbox.put()
    for _ in range(9):
        with pytest.raises(_Killed):
            outbox.deliver(_dying)
        outbox.clock.advance(minutes=5)
    outbox.deliver(inbox.url)
    assert outbox.read(id).status is Delivery.FAILED
    assert outbox.read(id).last_error == "Each try was interrupted before its end."


def test_what_a_worker_forgot_in_time_is_not_undone_by_its_late_failure(
    outbox: Outbox, inbox: Inbox
) -> None:
    id = outbox.put()

    def overtaken(message: Message) -> Receipt:
        outbox.clock.advance(minutes=6)
        outbox.deliver(inbox.url)
        raise OSError("too late")

    outbox.deliver(_Way(overtaken))
    assert outbox.read(id).status is Delivery.HANDED_OVER
    assert outbox.read(id).tries == 2


def test_many_workers_never_deliver_one_mail_twice(outbox: Outbox, inbox: Inbox) -> None:
    ids = {str(outbox.put(cause=str(number))) for number in range(24)}
    start = threading.Barrier(4)

    def work(_: int) -> int:
        start.wait()
        return outbox.deliver(inbox.url)

    with ThreadPoolExecutor(4) as workers:
        tries = list(workers.map(work, range(4)))
    delivered = [message["Message-ID"].partition("@")[0][1:] for message in inbox.messages]
    assert sum(tries) == 24
    assert len(delivered) == 24
    assert set(delivered) == ids


def test_a_try_happens_outside_any_transaction(outbox: Outbox) -> None:
    outbox.put()

    def writes_meanwhile(message: Message) -> Receipt:
        outbox.put(cause="meanwhile", created_at=outbox.clock.now + timedelta(days=1))
        return Receipt(Delivery.HANDED_OVER)

    assert outbox.deliver(_Way(writes_meanwhile)) == 1


def test_a_fault_of_ours_delays_one_mail_and_no_other(
    outbox: Outbox, inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    broken = outbox.put(attachments=[{"document_id": "not an id", "name": "x.pdf"}])
    whole = outbox.put()
    assert outbox.deliver(inbox.url) == 2
    assert outbox.read(broken).status is Delivery.QUEUED
    assert outbox.read(broken).last_error is not None
    assert outbox.read(whole).status is Delivery.HANDED_OVER
    assert str(broken) in caplog.text


def test_a_missing_document_fails_the_mail(outbox: Outbox, inbox: Inbox) -> None:
    id = outbox.put(attachments=[{"document_id": str(uuid4()), "name": "x.pdf"}])
    outbox.deliver(inbox.url)
    assert outbox.read(id).last_error == "The document x.pdf is no longer there."
    assert outbox.read(id).status is Delivery.FAILED


def test_the_owner_is_told_of_a_failure_and_the_lead_is_due_today(
    outbox: Outbox, inbox: Inbox, company: Staff
) -> None:
    lead = a_lead(company.client("rep"), next_follow_up_on="2027-01-15")
    inbox.recipient_answers = {"nadia@northwind.example": "550 no such user"}
    id = outbox.put(lead_id=UUID(lead["id"]))
    outbox.deliver(inbox.url)
    [told] = inbox.messages
    assert told["To"] == "rep@example.com"
    assert told["Subject"] == "Not delivered: Your quote"
    assert told["Auto-Submitted"] == "auto-generated"
    body = told.get_body(("plain",))
    assert body is not None
    assert "550 no such user" in body.get_content()
    assert f"https://sales.example.com/leads/{lead['id']}" in body.get_content()
    now = company.client("rep").get(f"/api/v1/leads/{lead['id']}").json()
    assert now["next_follow_up_on"] == "2026-11-23"
    words = {entry["action"] for entry in _timeline(company, lead["id"])}
    assert "mail.failed" in words
    assert outbox.read(id).status is Delivery.FAILED


def test_a_mail_lost_on_the_way_to_a_colleague_makes_no_lead_due(
    outbox: Outbox, inbox: Inbox, company: Staff
) -> None:
    lead = a_lead(company.client("rep"), next_follow_up_on="2027-01-15")
    inbox.recipient_answers = {"finance@example.com": "550 no such user"}
    outbox.put(lead_id=UUID(lead["id"]), recipients=["finance@example.com"])
    outbox.deliver(inbox.url)
    assert [message["To"] for message in inbox.messages] == ["rep@example.com"]
    now = company.client("rep").get(f"/api/v1/leads/{lead['id']}").json()
    assert now["next_follow_up_on"] == "2027-01-15"


def test_a_failing_notice_is_not_answered_by_another_notice(
    outbox: Outbox, inbox: Inbox, company: Staff
) -> None:
    lead = a_lead(company.client("rep"))
    inbox.recipient_answers = {
        "nadia@northwind.example": "550 no such user",
        "rep@example.com": "550 no such user",
    }
    outbox.put(lead_id=UUID(lead["id"]))
    assert outbox.deliver(inbox.url) == 2
    assert [mail.kind for mail in outbox.all()] == ["quote", "delivery_failed"]
    assert all(mail.status is Delivery.FAILED for mail in outbox.all())


def test_a_mail_that_fails_again_after_a_retry_is_told_again(
    outbox: Outbox, inbox: Inbox, company: Staff
) -> None:
    lead = a_lead(company.client("rep"))
    inbox.recipient_answers = {"nadia@northwind.example": "550 no such user"}
    id = outbox.put(lead_id=UUID(lead["id"]))
    outbox.deliver(inbox.url)
    outbox.clock.advance(hours=1)
    assert company.client("rep").post(f"/api/v1/mails/{id}/retry").status_code == 200
    outbox.deliver(inbox.url)
    assert [message["Subject"] for message in inbox.messages] == ["Not delivered: Your quote"] * 2


def test_administrators_are_told_of_mails_without_a_deal(outbox: Outbox, inbox: Inbox) -> None:
    inbox.recipient_answers = {"new@example.com": "550 no such user"}
    outbox.put(kind="invitation", recipients=["new@example.com"], reply_to=None)
    outbox.deliver(inbox.url)
    assert [message["To"] for message in inbox.messages] == ["admin@example.com"]


def test_a_closed_lead_gets_no_follow_up(outbox: Outbox, inbox: Inbox, company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    lost = {"stage": "lost", "lost_reason": "price"}
    assert rep.patch(f"/api/v1/leads/{lead['id']}", json=lost).status_code == 200
    inbox.recipient_answers = {"nadia@northwind.example": "550 no such user"}
    id = outbox.put(lead_id=UUID(lead["id"]))
    outbox.deliver(inbox.url)
    assert outbox.read(id).status is Delivery.FAILED
    assert rep.get(f"/api/v1/leads/{lead['id']}").json()["next_follow_up_on"] is None


def test_without_a_mail_server_each_mail_is_kept_as_a_file(outbox: Outbox, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    document = outbox.put_pdf()
    id = outbox.put(
        subject="Angebot Größe/../1",
        attachments=[{"document_id": str(document), "name": "Q-2026-0001.pdf"}],
    )
    outbox.deliver(Folder(folder))
    assert outbox.read(id).status is Delivery.KEPT
    [file] = folder.iterdir()
    assert file.name == f"2026-11-23-110000-angebot-grosse-1-{id}.eml".replace("grosse", "groe")
    assert file.stat().st_mode & 0o077 == 0
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert message["To"] == "nadia@northwind.example"
    assert [part.get_content() for part in message.iter_attachments()] == [PDF]


def test_a_folder_that_cannot_be_written_is_tried_again(outbox: Outbox, tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file stands in the way")
    id = outbox.put()
    outbox.deliver(Folder(tmp_path / "mail"))
    assert outbox.read(id).status is Delivery.QUEUED
    assert "cannot be kept" in str(outbox.read(id).last_error)


def test_the_operators_address_comes_before_the_workspaces(
    app: FastAPI, outbox: Outbox, inbox: Inbox
) -> None:
    outbox.put()
    site = Site("Sales <sales@example.org>", "https://sales.example.com")
    worker = Deliveries(app.state.database, SmtpServer.at(inbox.url), site, outbox.clock)
    assert worker.attend()
    assert inbox.messages[0]["From"].addresses[0].addr_spec == "sales@example.org"
    assert inbox.messages[0]["Message-ID"].endswith("@example.org>")


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.com", SmtpServer("mail.example.com", 25)),
        (
            "smtp://me%40x.example:p%40ss@mail.example.com?starttls",
            SmtpServer("mail.example.com", 587, "me@x.example", "p@ss", starttls=True),
        ),
        ("smtps://mail.example.com", SmtpServer("mail.example.com", 465, tls=True)),
        (
            "smtps://a:b@mail.example.com:2465",
            SmtpServer("mail.example.com", 2465, "a", "b", tls=True),
        ),
    ],
)
def test_the_address_of_a_mail_server_says_how_it_is_reached(url: str, server: SmtpServer) -> None:
    assert SmtpServer.at(url) == server


@pytest.mark.parametrize(
    "url", ["mail.example.com", "http://x.example", "smtp://", "smtp://x:y", "smtp://x?startls"]
)
def test_an_address_that_is_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(BadSmtpUrl):
        SmtpServer.at(url)


def test_mails_leave_by_the_mail_server_where_there_is_one(tmp_path: Path) -> None:
    assert isinstance(post(Settings(smtp_url="", data_dir=tmp_path)), Folder)
    assert isinstance(post(Settings(smtp_url="smtp://x.example", data_dir=tmp_path)), SmtpServer)


class _Killed(BaseException):
    """What ends a process without asking it."""


class _Way:
    """A way of delivery that a test writes down."""

    def __init__(self, act: Callable[[Message], Receipt]) -> None:
        self.act = act

    def deliver(self, message: Message) -> Receipt:
        """Do what the test says."""
        return self.act(message)


def _die(message: Message) -> Receipt:
    raise _Killed


_dying = _Way(_die)


def _timeline(company: Staff, lead_id: str) -> list[dict[str, Any]]:
    answer = company.client("rep").get(f"/api/v1/leads/{lead_id}/timeline")
    entries: list[dict[str, Any]] = answer.json()["items"]
    return entries
