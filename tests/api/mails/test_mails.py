"""Mails over HTTP."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI

from domain.outbox import Mail
from domain.users import SYSTEM
from tests.conftest import Clock
from tests.factories import Staff, a_lead

Put = Callable[..., str]


@pytest.fixture
def put(app: FastAPI, company: Staff, clock: Clock) -> Put:
    """Puts a mail into the outbox and answers its id."""

    def one(**facts: Any) -> str:
        mail = Mail(
            **{
                "cause": str(uuid4()),
                "kind": "quote.sent",
                "recipients": ["nadia@northwind.example"],
                "sender_name": "Rita Rep",
                "reply_to": "rep@example.com",
                "subject": "Your quote",
                "text": "See https://sales.example.com/q/secret",
                "created_at": clock.now,
                **facts,
            }
        )
        with app.state.database.writing(SYSTEM, clock.moment) as session:
            session.add(mail)
        return str(mail.id)

    return one


@pytest.fixture
def lead(company: Staff) -> UUID:
    """A public lead of the rep."""
    return UUID(a_lead(company.client("rep"))["id"])


def test_the_list_has_no_texts_and_the_mail_has(company: Staff, put: Put, lead: UUID) -> None:
    id = put(lead_id=lead, attachments=[{"document_id": str(uuid4()), "name": "Q-2026-0001.pdf"}])
    rep = company.client("rep")
    [listed] = rep.get("/api/v1/mails").json()["items"]
    mail = rep.get(f"/api/v1/mails/{id}").json()
    assert {**listed, "text": mail["text"], "html": None} == mail
    assert listed["status"] == "queued"
    assert listed["to"] == ["nadia@northwind.example"]
    assert listed["attachments"][0]["name"] == "Q-2026-0001.pdf"
    assert mail["text"] == "See https://sales.example.com/q/secret"


def test_mails_are_found_by_status_lead_quote_and_invoice(
    company: Staff, put: Put, lead: UUID
) -> None:
    quote, invoice = uuid4(), uuid4()
    first = put(lead_id=lead, quote_id=quote)
    second = put(lead_id=lead, invoice_id=invoice, status="failed")
    admin = company.client("admin")

    def found(**filters: Any) -> list[str]:
        answer = admin.get("/api/v1/mails", params=filters).json()
        return [item["id"] for item in answer["items"]]

    assert found() == [second, first]
    assert found(sort="created_at") == [first, second]
    assert found(status="failed") == [second]
    assert found(quote=quote) == [first]
    assert found(invoice=invoice) == [second]
    assert found(lead=lead, status="queued") == [first]
    assert found(lead=uuid4()) == []
    assert admin.get("/api/v1/mails", params={"status": "lost"}).status_code == 422


def test_the_mails_of_a_private_deal_do_not_exist_for_a_colleague(company: Staff, put: Put) -> None:
    lead = UUID(a_lead(company.client("rep"), visibility="private")["id"])
    id = put(lead_id=lead, status="failed")
    other = company.client("other_rep")
    assert other.get("/api/v1/mails").json()["items"] == []
    assert other.get(f"/api/v1/mails/{id}").status_code == 404
    assert other.post(f"/api/v1/mails/{id}/retry").status_code == 404
    assert company.client("rep").get(f"/api/v1/mails/{id}").status_code == 200


def test_a_reader_sees_that_a_mail_was_sent_but_not_the_link_in_it(
    company: Staff, put: Put, lead: UUID
) -> None:
    id = put(lead_id=lead, html="<p>secret</p>")
    mail = company.client("viewer").get(f"/api/v1/mails/{id}").json()
    assert (mail["subject"], mail["text"], mail["html"]) == ("Your quote", None, None)


def test_an_invitation_opens_the_door_to_nobody_but_administrators(
    company: Staff, put: Put
) -> None:
    id = put(kind="invitation", status="failed")
    assert company.client("admin").get(f"/api/v1/mails/{id}").json()["text"] is not None
    assert company.client("manager").get(f"/api/v1/mails/{id}").json()["text"] is None
    assert company.client("manager").post(f"/api/v1/mails/{id}/retry").status_code == 403
    assert company.client("rep").get(f"/api/v1/mails/{id}").status_code == 404


def test_a_failed_mail_goes_back_into_the_queue(company: Staff, put: Put, lead: UUID) -> None:
    id = put(lead_id=lead, status="failed", tries=9, last_error="550 no such user")
    rep = company.client("rep")
    mail = rep.post(f"/api/v1/mails/{id}/retry").json()
    assert (mail["status"], mail["tries"], mail["last_error"]) == ("queued", 0, None)
    assert rep.get(f"/api/v1/mails/{id}").json() == mail
    again = rep.post(f"/api/v1/mails/{id}/retry")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/mail-not-failed")


def test_a_reader_tries_nothing_again(company: Staff, put: Put, lead: UUID) -> None:
    id = put(lead_id=lead, status="failed")
    assert company.client("viewer").post(f"/api/v1/mails/{id}/retry").status_code == 403
