"""The customer's link: what it shows, and what can be answered through it."""

import base64
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image, ImageDraw

from api import auth
from domain.users import SYSTEM, SignIn
from tests.api.quotes.offers import WORKED_EXAMPLE, a_sent_quote, read, sent, token_of
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def png(draw: bool = True, size: tuple[int, int] = (300, 90)) -> str:
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    if draw:
        ImageDraw.Draw(image).line([(10, 10), (200, 80)], fill=(0, 0, 90, 255), width=4)
    out = BytesIO()
    image.save(out, "PNG")
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()


def answered(customer: TestClient, quote: dict[str, Any], act: str, **body: Any) -> Any:
    return customer.post(f"/api/v1/public/quotes/{token_of(quote)}/{act}", json=body)


def shown(customer: TestClient, quote: dict[str, Any]) -> Any:
    return read(customer, f"/public/quotes/{token_of(quote)}")


def mails(client: TestClient, kind: str) -> list[dict[str, Any]]:
    return [mail for mail in read(client, "/mails")["items"] if mail["kind"] == kind]


def test_the_link_shows_the_offer_and_nothing_of_ours(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"), lines=WORKED_EXAMPLE, discount_percent="3")
    offer = shown(company.stranger(), quote)
    assert (offer["number"], offer["status"]) == ("Q-2026-0001", "sent")
    assert (offer["net_total"], offer["tax_total"]) == ("160.80", "16.85")
    assert offer["total"] == "177.65"
    assert [line["net"] for line in offer["lines"]] == ["53.97", "2.50", "94.90", "14.40"]
    assert offer["seller"]["name"] == "Throughline Test GmbH"
    assert (offer["contact"], offer["customer"]) == ("Rita Rep", "Northwind Traders")
    assert not offer.keys() & {"id", "lead_id", "public_url", "sent_to", "version"}


def test_the_link_gives_the_very_bytes_that_were_sent(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    public = company.stranger().get(f"/api/v1/public/quotes/{token_of(quote)}/pdf")
    assert public.content == rep.get(f"/api/v1/quotes/{quote['id']}/pdf").content


def test_looking_by_get_changes_nothing(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    quote = a_sent_quote(rep)
    shown(customer, quote)
    customer.get(f"/api/v1/public/quotes/{token_of(quote)}/pdf")
    customer.get(f"/q/{token_of(quote)}")
    assert read(rep, f"/quotes/{quote['id']}") == quote


def test_the_first_view_in_a_browser_counts(company: Staff, clock: Clock) -> None:
    rep, customer = company.client("rep"), company.stranger()
    quote = a_sent_quote(rep)
    for _ in range(3):
        clock.advance(hours=1)
        assert answered(customer, quote, "view").status_code == 204
    assert read(rep, f"/quotes/{quote['id']}")["viewed_at"].startswith("2026-11-23T12:00:00")
    assert len(read(rep, "/audit?action=quote.viewed")["items"]) == 1


def test_a_colleagues_look_is_no_view(company: Staff, clock: Clock) -> None:
    quote = a_sent_quote(company.client("rep"))
    with company.app.state.database.writing(SYSTEM, clock.moment) as session:
        token = auth.new_token()
        session.add(
            SignIn(
                token_hash=auth.token_hash(token),
                user_id=company.ids["manager"],
                created_at=clock.now,
                expires_at=clock.now + timedelta(days=1),
            )
        )
    answer = company.stranger().post(
        f"/api/v1/public/quotes/{token_of(quote)}/view",
        headers={"Sec-Fetch-Site": "same-origin", "Cookie": f"{auth.COOKIE}={token}"},
    )
    assert answer.status_code == 204
    assert read(company.client("rep"), f"/quotes/{quote['id']}")["viewed_at"] is None


def test_accepting_wins_the_lead_and_keeps_the_proof(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead)
    body = {"name": "Nadia Okafor", "signature": "N. Okafor"}
    offer = customer.post(
        f"/api/v1/public/quotes/{token_of(quote)}/accept",
        json=body,
        headers={"User-Agent": "A browser/1.0"},
    ).json()
    assert (offer["status"], offer["signed_by"]) == ("accepted", "Nadia Okafor")
    accepted = read(rep, f"/quotes/{quote['id']}")
    assert accepted["evidence"] == {
        "at": "2026-11-23T11:00:00+00:00",
        "address": "testclient",
        "browser": "A browser/1.0",
        "sha256": quote["documents"][0]["sha256"],
        "recorded_by": None,
        "late": False,
        "drawn": False,
    }
    after = read(rep, f"/leads/{lead['id']}")
    assert (after["stage"], after["value"]) == ("won", "100.00")
    (mail,) = mails(rep, "quote.accepted")
    assert sorted(mail["to"]) == ["finance@example.com", "rep@example.com"]


def test_accepting_twice_is_accepting_once(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    quote = a_sent_quote(rep)
    first = answered(customer, quote, "accept", name="Nadia", signature="Nadia").json()
    second = answered(customer, quote, "accept", name="Somebody else", signature="X")
    assert second.json() == first
    assert len(mails(rep, "quote.accepted")) == 1


def test_a_drawn_signature_is_looked_at(company: Staff) -> None:
    customer = company.stranger()
    quote = a_sent_quote(company.client("rep"))
    for bad in (
        "data:image/png;base64,bm8gcGljdHVyZQ==",
        "data:image/png;base64,***",
        "data:image/svg+xml;base64,PHN2Zy8+",
        png(draw=False),
        png(size=(3000, 2000)),
        " ",
    ):
        refused = answered(customer, quote, "accept", name="Nadia", signature=bad)
        assert refused.status_code == 422, bad[:40]
        assert refused.json()["errors"][0]["field"] == "signature"
    accepted = answered(customer, quote, "accept", name="Nadia", signature=png())
    assert accepted.json()["status"] == "accepted"
    how = read(company.client("rep"), f"/quotes/{quote['id']}")["accepted_how"]
    assert how == "online, with a drawn signature"


def test_whoever_sees_the_quote_sees_what_was_drawn(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    drawn, typed, hidden = (a_sent_quote(rep) for _ in range(3))
    rep.patch(f"/api/v1/leads/{hidden['lead_id']}", json={"visibility": "private"})
    for quote, signature in ((drawn, png()), (typed, "Nadia"), (hidden, png())):
        answered(customer, quote, "accept", name="Nadia", signature=signature)
    assert read(rep, f"/quotes/{drawn['id']}")["evidence"]["drawn"]
    colleague = company.client("other_rep")
    answer = colleague.get(f"/api/v1/quotes/{drawn['id']}/signature")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size == (300, 90)
    assert not read(rep, f"/quotes/{typed['id']}")["evidence"]["drawn"]
    assert rep.get(f"/api/v1/quotes/{typed['id']}/signature").status_code == 404
    assert colleague.get(f"/api/v1/quotes/{hidden['id']}/signature").status_code == 404


def test_declining_makes_the_lead_due_and_tells_its_owner(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    lead = a_lead(rep, next_follow_up_on="2027-01-15")
    quote = a_sent_quote(rep, lead)
    offer = answered(customer, quote, "decline", reason="Too dear").json()
    assert offer["status"] == "declined"
    after = read(rep, f"/leads/{lead['id']}")
    assert (after["stage"], after["follow_up"]) == ("proposal_sent", "today")
    (mail,) = mails(rep, "quote.declined")
    assert mail["to"] == ["rep@example.com"]
    assert answered(customer, quote, "decline").json() == offer
    refused = answered(customer, quote, "accept", name="Nadia", signature="Nadia")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/quote-not-open")


def test_a_question_reaches_the_owner_and_the_timeline(company: Staff, clock: Clock) -> None:
    rep, customer = company.client("rep"), company.stranger()
    lead = a_lead(rep)
    quote = a_sent_quote(rep, lead)
    clock.advance(days=1)
    answer = answered(customer, quote, "question", text="Can you\nstart in January?")
    assert answer.status_code == 204
    after = read(rep, f"/leads/{lead['id']}")
    assert after["last_contacted_at"].startswith("2026-11-24")
    assert (after["follow_up"], after["attempts"]) == ("today", 1)
    (activity,) = read(rep, f"/leads/{lead['id']}/activities")["items"]
    assert (activity["kind"], activity["direction"]) == ("message", "in")
    assert "start in January?" in activity["body"]
    (mail,) = mails(rep, "quote.question")
    assert (mail["to"], mail["reply_to"]) == (["rep@example.com"], "nadia@northwind.example")


def test_of_an_expired_offer_the_customer_can_only_ask_to_renew(
    company: Staff, clock: Clock
) -> None:
    customer = company.stranger()
    quote = a_sent_quote(company.client("rep"))
    clock.advance(days=31)
    assert shown(customer, quote)["status"] == "expired"
    for act, body in (("accept", {"name": "Nadia", "signature": "Nadia"}), ("decline", {})):
        refused = answered(customer, quote, act, **body)
        assert (refused.status_code, refused.json()["type"]) == (409, "/problems/quote-expired")
    assert answered(customer, quote, "question", text="Please renew it.").status_code == 204


def test_a_withdrawn_offer_says_so_and_shows_nothing(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    quote = a_sent_quote(rep)
    rep.post(f"/api/v1/quotes/{quote['id']}/withdraw")
    offer = shown(customer, quote)
    assert (offer["status"], offer["lines"], offer["total"]) == ("withdrawn", [], None)
    assert customer.get(f"/api/v1/public/quotes/{token_of(quote)}/pdf").status_code == 409
    assert answered(customer, quote, "question", text="Why?").status_code == 409
    accepted = answered(customer, quote, "accept", name="Nadia", signature="Nadia")
    assert accepted.status_code == 409


def test_the_link_of_a_replaced_revision_says_that_there_is_a_newer_one(company: Staff) -> None:
    rep, customer = company.client("rep"), company.stranger()
    first = a_sent_quote(rep)
    second = sent(rep, rep.post(f"/api/v1/quotes/{first['id']}/revise").json())
    assert shown(customer, first)["status"] == "superseded"
    assert shown(customer, second)["number"] == "Q-2026-0001-R2"
    refused = answered(customer, first, "accept", name="Nadia", signature="Nadia")
    assert refused.status_code == 409


@pytest.mark.parametrize("token", ["x", "Qk9VTkRBUlk", "a" * 32])
def test_a_token_that_was_never_given_leads_nowhere(company: Staff, token: str) -> None:
    a_sent_quote(company.client("rep"))
    customer = company.stranger()
    path = f"/api/v1/public/quotes/{token}"
    assert customer.get(path).status_code == 404
    assert customer.get(f"{path}/pdf").status_code == 404
    body = {"name": "Nadia", "signature": "Nadia"}
    assert customer.post(f"{path}/accept", json=body).status_code == 404
    assert customer.post(f"{path}/view").status_code == 404
    page = customer.get(f"/q/{token}")
    assert page.status_code == 404
    assert "does not lead to an offer" in page.text


def test_an_answer_from_another_sites_page_is_refused(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    answer = company.stranger().post(
        f"/api/v1/public/quotes/{token_of(quote)}/accept",
        json={"name": "Nadia", "signature": "Nadia"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403


def test_the_page_is_for_readers_of_each_state(company: Staff, clock: Clock) -> None:
    rep, customer = company.client("rep"), company.stranger()

    def page(quote: dict[str, Any]) -> str:
        answer = customer.get(f"/q/{token_of(quote)}")
        assert answer.status_code == 200
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        return answer.text

    open_one, accepted, declined = (a_sent_quote(rep) for _ in range(3))
    withdrawn, replaced = a_sent_quote(rep), a_sent_quote(rep)
    soon = a_sent_quote(rep, valid_until="2026-11-24")
    answered(customer, accepted, "accept", name="Nadia", signature="Nadia")
    answered(customer, declined, "decline")
    rep.post(f"/api/v1/quotes/{withdrawn['id']}/withdraw")
    sent(rep, rep.post(f"/api/v1/quotes/{replaced['id']}/revise").json())
    clock.advance(days=2)
    assert "Accept and order" in page(open_one)
    assert "EUR 119.00" in page(open_one)
    assert "Accepted by Nadia" in page(accepted)
    assert "Declined on" in page(declined)
    assert "has been withdrawn" in page(withdrawn)
    assert "newer version" in page(replaced)
    assert "Ask to renew" in page(soon)
    assert "Accept and order" not in page(soon)


def test_the_page_of_a_withdrawn_offer_says_nothing_else_of_it(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep, subject="Retrofit of the blue machine")
    assert "blue machine" in company.stranger().get(f"/q/{token_of(quote)}").text
    rep.post(f"/api/v1/quotes/{quote['id']}/withdraw")
    page = company.stranger().get(f"/q/{token_of(quote)}").text
    assert "blue machine" not in page
    assert "119.00" not in page
    assert "/pdf" not in page


def test_the_page_of_an_open_offer_leads_to_its_pdf_and_to_the_signature(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    page = company.stranger().get(f"/q/{token_of(quote)}").text
    assert f'href="/api/v1/public/quotes/{token_of(quote)}/pdf"' in page
    assert page.count('href="#accept"') == 2
    assert 'id="accept"' in page


def test_the_page_escapes_what_people_wrote(company: Staff) -> None:
    quote = a_sent_quote(
        company.client("rep"),
        subject="<script>alert(1)</script>",
        lines=[{"description": "<img src=x onerror=alert(1)>", "unit_price": "1"}],
    )
    page = company.stranger().get(f"/q/{token_of(quote)}").text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_pages_style_and_script_are_ours(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    customer = company.stranger()
    page = customer.get(f"/q/{token_of(quote)}").text
    for name, kind in (("page.css", "text/css"), ("page.js", "text/javascript")):
        assert f"/q/assets/{name}?" in page
        assert customer.get(f"/q/assets/{name}").headers["content-type"].startswith(kind)
    assert customer.get("/q/assets/page.py").status_code == 422


def test_the_logo_is_shown_to_those_who_hold_a_link(company: Staff) -> None:
    admin, customer = company.client("admin"), company.stranger()
    quote = a_sent_quote(admin)
    assert customer.get(f"/q/{token_of(quote)}/logo").status_code == 404
    picture = base64.b64decode(png().partition(",")[2])
    headers = {"Content-Type": "image/png"}
    kept = admin.put("/api/v1/workspace/logo", content=picture, headers=headers)
    assert kept.status_code < 300
    assert customer.get(f"/q/{token_of(quote)}/logo").headers["content-type"] == "image/png"
    assert customer.get("/q/nonsense/logo").status_code == 404


def test_a_link_works_with_the_marks_that_mail_programs_add(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    customer = company.stranger()
    page = customer.get(f"/q/{token_of(quote)}", params={"utm_source": "mail", "fbclid": "x"})
    assert page.status_code == 200
    script = page.text.partition('<script src="')[2].partition('"')[0]
    assert "?" in script
    assert customer.get(script).status_code == 200


def test_a_customer_is_refused_in_words_for_a_customer(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    rep.post(f"/api/v1/quotes/{quote['id']}/withdraw", headers={"If-Match": "*"})
    refused = answered(company.stranger(), quote, "accept", name="Nadia", signature="Nadia")
    assert refused.status_code == 409
    assert "reply to our mail" in refused.json()["detail"]
