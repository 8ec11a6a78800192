"""What a quote says may be done with it: the very acts that the server then takes."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.quotes.offers import a_quote, a_sent_quote, read, sent, token_of
from tests.conftest import Clock
from tests.factories import Staff, a_lead

OPEN = {"revise", "extend", "withdraw", "accept", "decline"}


def acts(client: TestClient, quote: dict[str, Any]) -> set[str]:
    return set(read(client, f"/quotes/{quote['id']}")["acts"])


def test_a_draft_is_changed_sent_or_removed(company: Staff) -> None:
    rep = company.client("rep")
    assert acts(rep, a_quote(rep)) == {"change", "send", "delete"}


def test_an_offer_waits_for_its_answer_and_only_an_open_one_is_mailed_again(
    company: Staff, clock: Clock
) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep, valid_until="2026-11-25")
    assert acts(rep, quote) == OPEN | {"resend"}
    clock.advance(days=5)
    assert acts(rep, quote) == OPEN


def test_what_was_answered_or_taken_back_is_revised_or_billed(company: Staff) -> None:
    rep = company.client("rep")
    declined, withdrawn, accepted = (a_sent_quote(rep) for _ in range(3))
    rep.post(f"/api/v1/quotes/{declined['id']}/decline", json={})
    rep.post(f"/api/v1/quotes/{withdrawn['id']}/withdraw")
    company.stranger().post(
        f"/api/v1/public/quotes/{token_of(accepted)}/accept",
        json={"name": "Nadia", "signature": "Nadia"},
    )
    assert acts(rep, declined) == acts(rep, withdrawn) == {"revise"}
    assert acts(rep, accepted) == {"resend", "invoice"}
    assert acts(company.client("manager"), accepted) == {"resend", "invoice"}


def test_a_revision_leaves_nothing_to_do_with_the_one_before(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    revision = rep.post(f"/api/v1/quotes/{quote['id']}/revise").json()
    sent(rep, revision)
    assert acts(rep, quote) == set()


def test_a_manager_withdraws_an_acceptance_that_staff_recorded(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    yes = {"name": "Nadia", "how": "On paper"}
    assert rep.post(f"/api/v1/quotes/{quote['id']}/accept", json=yes).status_code == 200
    assert acts(rep, quote) == {"resend", "invoice"}
    assert acts(company.client("manager"), quote) == {"resend", "invoice", "withdraw_acceptance"}


def test_everybody_is_offered_what_their_role_includes(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep)
    assert acts(company.client("viewer"), quote) == acts(company.client("finance"), quote) == set()
    assert acts(company.client("other_rep"), quote) == {"resend", *OPEN} - {"accept"}
    refused = company.client("other_rep").post(
        f"/api/v1/quotes/{quote['id']}/accept", json={"name": "Nadia", "how": "On paper"}
    )
    assert refused.status_code == 403


def test_finance_bills_what_it_sees_of_a_private_deal(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_sent_quote(rep, a_lead(rep, visibility="private"))
    yes = {"name": "Nadia", "how": "On paper"}
    rep.post(f"/api/v1/quotes/{quote['id']}/accept", json=yes)
    rep.post(f"/api/v1/quotes/{quote['id']}/invoice")
    assert acts(company.client("finance"), quote) == {"invoice"}


@pytest.mark.parametrize("message", [None, "usual"])
def test_a_quote_goes_out_as_it_was_planned(company: Staff, message: str | None) -> None:
    rep = company.client("rep")
    quote = a_quote(rep)
    plan = read(rep, f"/quotes/{quote['id']}/sending")
    assert (plan["to"], plan["attachment"]) == (["nadia@northwind.example"], "Q-2026-0001.pdf")
    assert (plan["sender"], plan["delivers"]) == ("Rita Rep", False)
    said = plan["message"] if message else None
    sent(rep, quote, to=plan["to"], message=said)
    mail = next(mail for mail in read(rep, "/mails")["items"] if mail["kind"] == "quote.sent")
    whole = read(rep, f"/mails/{mail['id']}")
    assert whole["subject"] == plan["subject"]
    assert whole["text"].startswith(plan["message"])
    assert whole["text"].rstrip().endswith("\n".join(plan["closing"]))
    assert whole["reply_to"] == plan["reply_to"]
    lead = read(rep, f"/leads/{quote['lead_id']}")
    assert lead["next_follow_up_on"] == plan["next_follow_up_on"] == "2026-11-25"


def test_only_those_who_may_send_read_how(company: Staff) -> None:
    quote = a_quote(company.client("rep"))
    answer = company.client("viewer").get(f"/api/v1/quotes/{quote['id']}/sending")
    assert answer.status_code == 403
