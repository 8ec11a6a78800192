"""A quote's mail from sending to delivery, and what the calendar writes about it."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from uuid import UUID

from fastapi import FastAPI

from api.adapters import post
from api.adapters.smtp import SmtpServer
from api.worker import DailyJobs, Deliveries, Site
from tests.api.mails.mail_server import running
from tests.api.quotes.offers import a_sent_quote, read
from tests.conftest import Clock
from tests.factories import Staff

SITE = Site("", "http://testserver")


def deliver(app: FastAPI, clock: Clock, url: str = "") -> None:
    """Deliver all that is due, by a mail server or as this installation is set."""
    way = SmtpServer.at(url) if url else post(app.state.settings)
    worker = Deliveries(app.state.database, way, SITE, clock)
    while worker.attend():
        pass


def kept(app: FastAPI) -> list[EmailMessage]:
    """The mails in the data folder, the oldest first."""
    folder = app.state.settings.data_dir / "mail"
    files = sorted(folder.glob("*.eml"))
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]


def test_the_default_installation_keeps_the_quotes_mail_with_its_very_pdf(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    assert quote["delivery"] == "queued"
    deliver(app, clock)
    assert read(rep, f"/quotes/{quote['id']}")["delivery"] == "kept"
    [mail] = read(rep, f"/mails?quote={quote['id']}")["items"]
    assert (mail["status"], mail["to"]) == ("kept", ["nadia@northwind.example"])
    [message] = kept(app)
    [pdf] = message.iter_attachments()
    assert pdf.get_content() == rep.get(f"/api/v1/quotes/{quote['id']}/pdf").content
    assert message["Message-ID"] == f"<{mail['id']}@example.com>"
    assert message["Reply-To"] == "rep@example.com"
    assert message["From"].addresses[0].display_name == "Rita Rep (Throughline Test)"


def test_a_quote_whose_mail_fails_says_so_and_its_lead_is_due(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    with running() as inbox:
        inbox.recipient_answers = {"nadia@northwind.example": "550 no such user"}
        deliver(app, clock, inbox.url)
        assert [message["To"] for message in inbox.messages] == ["rep@example.com"]
    assert read(rep, f"/quotes/{quote['id']}")["delivery"] == "failed"
    assert read(rep, f"/leads/{quote['lead_id']}")["next_follow_up_on"] == "2026-11-23"


def test_a_quote_that_ran_out_is_told_once_to_its_owner(
    app: FastAPI, company: Staff, clock: Clock
) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    deliver(app, clock)
    clock.advance(days=31)
    for _ in range(2):
        DailyJobs(app.state.database, SITE, clock).attend()
    deliver(app, clock)
    told = kept(app)[1:]
    assert [message["To"] for message in told] == ["rep@example.com"]
    assert "has expired" in _text(told[0])
    audit = company.client("admin").get("/api/v1/audit", params={"action": "quote.expired"}).json()
    assert [UUID(entry["entity_id"]) for entry in audit["items"]] == [UUID(quote["id"])]


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
