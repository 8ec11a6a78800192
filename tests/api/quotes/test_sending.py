"""Sending a quote: one act, all or nothing, and once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader

from api.documents.sheet import render
from tests.api.quotes.offers import a_quote, a_sent_quote, read, sent, token_of
from tests.conftest import Clock
from tests.factories import Staff, a_lead

NADIA = ["nadia@northwind.example"]


def mails(client: TestClient, kind: str = "quote.sent") -> list[dict[str, Any]]:
    found = [mail for mail in read(client, "/mails")["items"] if mail["kind"] == kind]
    return [read(client, f"/mails/{mail['id']}") for mail in found]


def pdf_of(client: TestClient, quote: dict[str, Any], query: str = "") -> bytes:
    answer = client.get(f"/api/v1/quotes/{quote['id']}/pdf{query}")
    assert answer.status_code == 200, answer.text
    return answer.content


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_sending_is_one_act(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep, next_follow_up_on="2027-01-15")
    quote = sent(rep, a_quote(rep, lead), to=[*NADIA, "boss@northwind.example"])
    assert (quote["status"], quote["delivery"]) == ("sent", "queued")
    assert quote["issued_on"] == "2026-11-23"
    assert quote["sent_by"] == {"id": str(company.ids["rep"]), "name": "Rita Rep"}
    assert quote["sent_to"] == [*NADIA, "boss@northwind.example"]
    after = read(rep, f"/leads/{lead['id']}")
    assert (after["stage"], after["value"]) == ("proposal_sent", "100.00")
    assert (after["next_follow_up_on"], after["attempts"]) == ("2026-11-26", 1)
    assert after["last_contacted_at"] is not None
    actions = [entry["action"] for entry in read(rep, f"/leads/{lead['id']}/timeline")["items"]]
    assert sorted(actions) == ["lead.created", "lead.stage_changed", "quote.created", "quote.sent"]


def test_the_pdf_is_frozen_with_its_hash(admin: TestClient, clock: Clock) -> None:
    quote = a_sent_quote(admin)
    pdf = pdf_of(admin, quote)
    assert hashlib.sha256(pdf).hexdigest() == quote["documents"][0]["sha256"]
    admin.patch("/api/v1/workspace", json={"legal_name": "Another Name GmbH"})
    clock.advance(days=3)
    assert pdf_of(admin, quote) == pdf


def test_the_pdf_says_what_was_offered(admin: TestClient) -> None:
    text = text_of(pdf_of(admin, a_sent_quote(admin, subject="Retrofit of line 2")))
    for words in (
        "Q-2026-0001",
        "Retrofit of line 2",
        "Northwind Traders",
        "Throughline Test GmbH",
        "23 December 2026",
        "119.00",
        "Signature",
    ):
        assert words in text


def test_a_draft_is_marked_as_one_and_what_goes_out_is_not(admin: TestClient) -> None:
    quote = a_quote(admin)
    assert "DRAFT" in text_of(pdf_of(admin, quote))
    assert "DRAFT" not in text_of(pdf_of(admin, sent(admin, quote)))


def test_the_mail_carries_pdf_link_and_the_owners_name(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    quote = sent(company.client("other_rep"), a_quote(rep, lead), cc=["cc@example.com"])
    (mail,) = mails(rep)
    assert (mail["sender_name"], mail["reply_to"]) == ("Rita Rep", "rep@example.com")
    assert (mail["to"], mail["cc"]) == (NADIA, ["cc@example.com"])
    assert mail["subject"] == "Quote Q-2026-0001 from Throughline Test GmbH"
    assert mail["attachments"][0]["name"] == "Q-2026-0001.pdf"
    assert mail["attachments"][0]["document_id"] == quote["documents"][0]["id"]
    for words in ("Q-2026-0001", "EUR 119.00", "23 December 2026", quote["public_url"]):
        assert words in mail["text"]
        assert words in mail["html"]


def test_ones_own_words_take_the_place_of_the_usual_ones(admin: TestClient) -> None:
    message = "Dear <b>Nadia</b>,\n\nas promised."
    sent(admin, a_quote(admin), subject="As promised", message=message)
    (mail,) = mails(admin)
    assert mail["subject"] == "As promised"
    assert message in mail["text"]
    assert "Thank you for your interest" not in mail["text"]
    assert "Dear &lt;b&gt;Nadia&lt;/b&gt;," in mail["html"]


def test_a_subject_is_one_line(admin: TestClient) -> None:
    quote = a_quote(admin)
    body = {"to": NADIA, "subject": "Hello\r\nBcc: everybody@example.com"}
    assert admin.post(f"/api/v1/quotes/{quote['id']}/send", json=body).status_code == 422


def test_a_second_send_answers_with_the_quote_as_it_is(admin: TestClient) -> None:
    quote = a_sent_quote(admin)
    assert sent(admin, quote, to=["somebody@else.example"]) == quote
    assert len(mails(admin)) == 1


def test_twenty_simultaneous_sends_send_one_mail(company: Staff) -> None:
    admin = company.client("admin")
    lead = a_lead(admin)
    quote = a_quote(admin, lead)

    def send_it(n: int) -> int:
        path = f"/api/v1/quotes/{quote['id']}/send"
        return company.client("admin").post(path, json={"to": NADIA}).status_code

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(send_it, range(20))) == {200}
    assert len(mails(admin)) == 1
    assert len(read(admin, f"/quotes/{quote['id']}")["documents"]) == 1
    assert read(admin, f"/leads/{lead['id']}")["attempts"] == 1


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({}, 422, "to"),
        ({"to": []}, 422, "to"),
        ({"to": [f"a{n}@example.com" for n in range(11)]}, 422, "to"),
        ({"to": ["no address"]}, 422, "to.0"),
    ],
)
def test_a_mail_goes_to_one_to_ten_addresses(
    admin: TestClient, body: dict[str, Any], status: int, field: str
) -> None:
    quote = a_quote(admin)
    answer = admin.post(f"/api/v1/quotes/{quote['id']}/send", json=body)
    assert answer.status_code == status
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert read(admin, f"/quotes/{quote['id']}") == quote


def test_a_quote_without_lines_is_not_sent(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = a_quote(admin, lead, lines=[])
    answer = admin.post(f"/api/v1/quotes/{quote['id']}/send", json={"to": NADIA})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/quote-incomplete")
    assert mails(admin) == []
    assert read(admin, f"/leads/{lead['id']}") == lead


def test_sending_that_fails_at_its_end_leaves_nothing(admin: TestClient) -> None:
    lead = a_lead(admin)
    quote = a_quote(admin, lead)
    admin.patch(f"/api/v1/leads/{lead['id']}", json={"stage": "won"})
    before = read(admin, f"/leads/{lead['id']}")
    body = {"to": NADIA, "next_follow_up_on": "2026-12-01"}
    answer = admin.post(f"/api/v1/quotes/{quote['id']}/send", json=body)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/lead-closed")
    assert read(admin, f"/quotes/{quote['id']}") == quote
    assert read(admin, f"/leads/{lead['id']}") == before
    assert mails(admin) == []


def test_a_quote_handed_over_elsewhere_is_out_without_a_mail(admin: TestClient) -> None:
    quote = sent(admin, a_quote(admin), to=[], via="elsewhere")
    assert (quote["status"], quote["delivery"]) == ("sent", "elsewhere")
    assert quote["public_url"] is not None
    assert mails(admin) == []
    (listed,) = read(admin, "/quotes")["items"]
    assert listed["delivery"] == "elsewhere"


def test_the_value_and_the_agreed_day_are_as_one_says(admin: TestClient) -> None:
    lead = a_lead(admin)
    sent(admin, a_quote(admin, lead), update_value=False, next_follow_up_on="2026-12-14")
    after = read(admin, f"/leads/{lead['id']}")
    assert (after["value"], after["next_follow_up_on"]) == ("1250.00", "2026-12-14")


def test_resending_mails_the_same_bytes_and_moves_nothing(company: Staff, clock: Clock) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead)
    before = read(rep, f"/leads/{lead['id']}")
    clock.advance(days=1)
    body = {"to": ["cfo@northwind.example"]}
    resent = [rep.post(f"/api/v1/quotes/{quote['id']}/resend", json=body) for _ in range(2)]
    assert [answer.status_code for answer in resent] == [200, 200]
    attached = {mail["attachments"][0]["document_id"] for mail in mails(rep)}
    assert (len(mails(rep)), len(attached)) == (3, 1)
    assert resent[1].json()["sent_at"] == quote["sent_at"]
    assert read(rep, f"/leads/{lead['id']}") == before
    entries = read(rep, "/audit?action=quote.resent")["items"]
    assert [entry["details"]["to"] for entry in entries] == [["cfo@northwind.example"]] * 2


def test_extending_keeps_both_pdfs_under_one_revision(admin: TestClient, clock: Clock) -> None:
    quote = a_sent_quote(admin)
    first = pdf_of(admin, quote)
    clock.advance(days=31)
    path = f"/api/v1/quotes/{quote['id']}/extend"
    assert admin.post(path, json={"valid_until": "2026-12-23"}).status_code == 422
    extended = admin.post(path, json={"valid_until": "2027-01-31"}).json()
    assert (extended["status"], extended["revision"]) == ("sent", 1)
    assert extended["public_url"] == quote["public_url"]
    assert len(extended["documents"]) == 2
    assert "31 January 2027" in text_of(pdf_of(admin, quote))
    assert pdf_of(admin, quote, f"?document={extended['documents'][0]['id']}") == first


def test_a_document_of_another_quote_is_not_this_quotes(admin: TestClient) -> None:
    quote, other = a_sent_quote(admin), a_sent_quote(admin)
    document = other["documents"][0]["id"]
    answer = admin.get(f"/api/v1/quotes/{quote['id']}/pdf?document={document}")
    assert answer.status_code == 404


def test_a_revision_takes_the_place_of_the_first_when_it_is_sent(admin: TestClient) -> None:
    first = a_sent_quote(admin)
    path = f"/api/v1/quotes/{first['id']}/revise"
    made, again = admin.post(path), admin.post(path)
    assert (made.status_code, again.status_code) == (201, 200)
    second = made.json()
    assert again.json()["id"] == second["id"]
    assert (second["number"], second["label"]) == ("Q-2026-0001", "Q-2026-0001-R2")
    assert (second["status"], second["net_total"]) == ("draft", "100.00")
    assert read(admin, f"/quotes/{first['id']}")["status"] == "sent"
    second = sent(admin, second)
    before = read(admin, f"/quotes/{first['id']}")
    assert (before["status"], before["current"]) == ("superseded", False)
    assert second["current"]
    assert pdf_of(admin, first).startswith(b"%PDF")
    assert len(read(admin, "/quotes?number=Q-2026-0001")["items"]) == 2


def test_only_the_current_revision_can_be_accepted_or_revised(admin: TestClient) -> None:
    first = a_sent_quote(admin)
    sent(admin, admin.post(f"/api/v1/quotes/{first['id']}/revise").json())
    path = f"/api/v1/quotes/{first['id']}"
    accepted = admin.post(f"{path}/accept", json={"name": "Nadia", "how": "On paper"})
    assert (accepted.status_code, accepted.json()["type"]) == (409, "/problems/quote-not-open")
    revised = admin.post(f"{path}/revise")
    assert (revised.status_code, revised.json()["type"]) == (409, "/problems/quote-superseded")


def test_an_accepted_quote_is_not_replaced(admin: TestClient) -> None:
    first = a_sent_quote(admin)
    second = admin.post(f"/api/v1/quotes/{first['id']}/revise").json()
    admin.post(f"/api/v1/quotes/{first['id']}/accept", json={"name": "Nadia", "how": "On paper"})
    answer = admin.post(f"/api/v1/quotes/{second['id']}/send", json={"to": NADIA})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/quote-accepted")
    path = f"/api/v1/quotes/{second['id']}"
    assert admin.delete(path, headers={"If-Match": "*"}).status_code == 204
    assert admin.post(f"/api/v1/quotes/{first['id']}/revise").status_code == 409


def test_a_withdrawn_quote_can_be_revised(admin: TestClient) -> None:
    quote = a_sent_quote(admin)
    withdrawn = admin.post(f"/api/v1/quotes/{quote['id']}/withdraw")
    assert withdrawn.json()["status"] == "withdrawn"
    assert admin.post(f"/api/v1/quotes/{quote['id']}/withdraw").status_code == 409
    second = sent(admin, admin.post(f"/api/v1/quotes/{quote['id']}/revise").json())
    assert (second["status"], second["label"]) == ("sent", "Q-2026-0001-R2")
    assert read(admin, f"/quotes/{quote['id']}")["status"] == "withdrawn"


def test_each_quote_has_its_own_link(admin: TestClient) -> None:
    tokens = {token_of(a_sent_quote(admin)) for _ in range(3)}
    assert len(tokens) == 3


def test_a_lead_that_is_further_than_its_proposal_stays_there(admin: TestClient) -> None:
    lead = a_lead(admin, stage="negotiation")
    a_sent_quote(admin, lead)
    assert read(admin, f"/leads/{lead['id']}")["stage"] == "negotiation"


def test_a_lost_lead_reopens_when_a_quote_goes_out(admin: TestClient) -> None:
    lead = a_lead(admin)
    path = f"/api/v1/leads/{lead['id']}"
    admin.patch(path, json={"stage": "lost", "lost_reason": "timing"})
    a_sent_quote(admin, lead)
    after = admin.get(path).json()
    assert (after["stage"], after["lost_reason"]) == ("proposal_sent", None)
    assert after["next_follow_up_on"] == "2026-11-26"


def test_a_quote_is_drawn_before_the_lock_and_only_once(admin: TestClient) -> None:
    quote = a_quote(admin, subject="Drawn once")
    render.cache_clear()
    sent(admin, quote)
    assert render.cache_info().misses == 1
    assert render.cache_info().hits >= 1
