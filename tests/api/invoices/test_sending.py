"""Invoices and credit notes go out with the stored PDF, once unless asked again."""

from typing import Any

from sqlalchemy import select

from domain.documents import StoredDocument
from domain.outbox import Mail
from domain.users import SYSTEM
from tests.api.invoices.scenes import (
    API,
    CUSTOMER,
    a_draft,
    an_accepted_quote,
    an_invoice,
    at_once,
    get,
    post,
)
from tests.conftest import Clock
from tests.factories import Staff


def mails(company: Staff, clock: Clock, kind: str = "invoice.sent") -> list[Mail]:
    """The outbox's mails of a kind, oldest first."""
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        return list(session.scalars(select(Mail).where(Mail.kind == kind).order_by(Mail.id)))


def test_the_customer_gets_the_stored_pdf(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    quote = an_accepted_quote(company.client("rep"))
    draft = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{draft['id']}/issue")
    body = {"to": ["ap@northwind.example"], "cc": ["boss@northwind.example"]}
    sent = post(finance, f"/invoices/{draft['id']}/send", body)
    assert (sent["delivery"], sent["sent_to"]) == ("queued", ["ap@northwind.example"])
    assert sent["sent_by"]["name"] == "Fay Finance"
    (mail,) = mails(company, clock)
    assert (mail.recipients, mail.cc) == (body["to"], body["cc"])
    assert (mail.sender_name, mail.reply_to) == ("Rita Rep", "rep@example.com")
    assert mail.subject == "Invoice INV-2026-0001 from Throughline Test GmbH"
    assert "EUR 177.65" in mail.text
    assert "7 December 2026" in mail.text
    assert str(mail.lead_id) == quote["lead_id"]
    (attachment,) = mail.attachments
    assert attachment["name"] == "INV-2026-0001.pdf"
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        kept = session.scalars(
            select(StoredDocument).where(StoredDocument.name == "INV-2026-0001.pdf")
        )
        assert [str(document.id) for document in kept] == [attachment["document_id"]]


def test_without_a_recipient_it_goes_to_the_address_for_bills(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    sent = post(finance, f"/invoices/{an_invoice(finance)['id']}/send")
    assert sent["sent_to"] == [CUSTOMER["email"]]
    nameless = an_invoice(finance, customer={**CUSTOMER, "email": None})
    answer = finance.post(f"{API}/invoices/{nameless['id']}/send", json={})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "to")
    assert len(mails(company, clock)) == 1


def test_what_people_write_is_escaped(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    body = {"subject": "Your <b>bill</b>", "message": "Hello <script>\n\nBye"}
    post(finance, f"/invoices/{an_invoice(finance)['id']}/send", body)
    (mail,) = mails(company, clock)
    assert mail.subject == "Your <b>bill</b>"
    assert mail.html is not None
    assert "<script>" not in mail.html
    assert "Hello &lt;script&gt;" in mail.html
    assert "Thank you for your order" not in mail.text


def test_twenty_sends_at_once_send_one_mail(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)

    def send(_: int) -> tuple[int, Any]:
        answer = finance.post(f"{API}/invoices/{invoice['id']}/send")
        return answer.status_code, answer.json().get("sent_at")

    assert len(set(at_once(send, range(20), 20))) == 1
    assert len(mails(company, clock)) == 1


def test_resending_is_another_mail_with_the_same_bytes(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    path, body = f"{API}/invoices/{invoice['id']}/resend", {"to": ["new@northwind.example"]}
    answer = finance.post(path, json=body)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-sent-yet")
    first = post(finance, f"/invoices/{invoice['id']}/send")
    again = finance.post(path, json=body).json()
    assert (again["sent_at"], again["sent_to"]) == (first["sent_at"], first["sent_to"])
    one, two = mails(company, clock)
    assert two.recipients == body["to"]
    assert two.attachments == one.attachments
    entries = get(company.client("admin"), "/audit", entity_id=invoice["id"])["items"]
    assert [entry["action"] for entry in entries[:2]] == ["invoice.resent", "invoice.sent"]


def test_handing_it_over_oneself_sends_nothing(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    sent = post(finance, f"/invoices/{invoice['id']}/send", {"via": "elsewhere"})
    assert sent["delivery"] == "elsewhere"
    assert mails(company, clock) == []


def test_a_draft_is_not_sent(company: Staff) -> None:
    finance = company.client("finance")
    answer = finance.post(f"{API}/invoices/{a_draft(finance)['id']}/send")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/invoice-not-issued")


def test_a_credit_note_goes_out_the_same_way(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    note = post(finance, f"/invoices/{invoice['id']}/credit-notes", {"reason": "x"}, 201)
    sent = post(finance, f"/credit-notes/{note['id']}/send")
    assert post(finance, f"/credit-notes/{note['id']}/send") == sent
    assert sent["delivery"] == "queued"
    (mail,) = mails(company, clock, "credit_note.sent")
    assert mail.subject == "Credit note CN-2026-0001 from Throughline Test GmbH"
    assert mail.attachments[0]["name"] == "CN-2026-0001.pdf"
    listed = get(finance, "/credit-notes")["items"][0]
    assert listed["delivery"] == "queued"


def test_only_those_who_bill_send(company: Staff) -> None:
    invoice = an_invoice(company.client("finance"))
    assert company.client("rep").post(f"{API}/invoices/{invoice['id']}/send").status_code == 403
