"""Invitations: mailed, taken up once, within a week."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from domain.outbox import Mail
from domain.users import SYSTEM
from tests.api.browsers import browser
from tests.conftest import Clock
from tests.factories import PASSWORD, Staff

NINA = {"name": "Nina New", "email": "Nina@Example.com", "role": "rep"}


def invite(company: Staff, **fields: Any) -> dict[str, Any]:
    answer = company.client("admin").post("/api/v1/users", json={**NINA, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def mails(company: Staff, clock: Clock) -> list[Mail]:
    with company.app.state.database.reading(SYSTEM, clock.moment) as session:
        return list(session.scalars(select(Mail).order_by(Mail.id)))


def token_in(mail: Mail) -> str:
    found = re.search(r"http://testserver/invitation/(\S+)", mail.text)
    assert found is not None, mail.text
    return found[1]


def take_up(client: TestClient, token: str, password: str = PASSWORD) -> Any:
    return client.post("/api/v1/auth/invitation", json={"token": token, "password": password})


def test_a_user_without_a_password_is_invited_by_mail(company: Staff, clock: Clock) -> None:
    user = invite(company)
    assert user["invited"] is True
    [mail] = mails(company, clock)
    assert mail.recipients == ["nina@example.com"]
    assert mail.kind == "invitation"
    assert mail.cause == f"user:{user['id']}:invitation:1"
    assert mail.reply_to == "admin@example.com"
    assert "Ada Admin" in mail.subject
    assert "30 November 2026" in mail.text
    assert token_in(mail) in (mail.html or "")


def test_the_invited_choose_a_password_and_are_signed_in(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    client = browser(company.app)
    answer = take_up(client, token_in(mail))
    assert answer.status_code == 200
    assert answer.json()["user"]["name"] == "Nina New"
    assert answer.json()["user"]["invited"] is False
    assert client.get("/api/v1/me").json() == answer.json()
    login = {"email": "nina@example.com", "password": PASSWORD}
    assert browser(company.app).post("/api/v1/auth/login", json=login).status_code == 200


def test_the_invited_are_greeted_before_they_choose(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    path = f"/api/v1/auth/invitation/{token_in(mail)}"
    told = {"name": "Nina New", "email": "nina@example.com", "company": "Throughline Test"}
    assert browser(company.app).get(path).json() == told
    assert browser(company.app).get(path).json() == told
    assert take_up(browser(company.app), token_in(mail)).status_code == 200
    answer = browser(company.app).get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/invitation-over")


def test_who_invites_gets_the_link_as_well_and_once(company: Staff, clock: Clock) -> None:
    user = invite(company)
    [mail] = mails(company, clock)
    assert user["invitation_url"] == f"http://testserver/invitation/{token_in(mail)}"
    again = company.client("admin").post(f"/api/v1/users/{user['id']}/invite").json()
    assert again["invitation_url"] == (
        f"http://testserver/invitation/{token_in(mails(company, clock)[-1])}"
    )
    path = f"/api/v1/users/{user['id']}"
    assert "invitation_url" not in company.client("admin").get(path).json()
    assert invite(company, email="olaf@example.com", password=PASSWORD)["invitation_url"] is None


def test_an_invitation_works_once(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    assert take_up(browser(company.app), token_in(mail)).status_code == 200
    answer = take_up(browser(company.app), token_in(mail), "another password")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/invitation-over"


def test_two_who_take_it_up_at_once_are_not_both_let_in(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    token = token_in(mail)
    with ThreadPoolExecutor(2) as threads:
        answers = threads.map(
            lambda password: take_up(browser(company.app), token, password).status_code,
            ("the first password", "the second password"),
        )
    assert sorted(answers) == [200, 404]


def test_an_invitation_ends_after_a_week(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    clock.advance(days=7)
    assert take_up(browser(company.app), token_in(mail)).status_code == 404


def test_an_unknown_token_gets_the_same_answer(company: Staff) -> None:
    answer = take_up(browser(company.app), "abcdefghijklmnopqrstuvwxyz")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/invitation-over"


def test_a_second_invitation_replaces_the_first(company: Staff, clock: Clock) -> None:
    user = invite(company)
    again = company.client("admin").post(f"/api/v1/users/{user['id']}/invite")
    assert again.status_code == 200
    first, second = mails(company, clock)
    assert second.cause == f"user:{user['id']}:invitation:2"
    assert take_up(browser(company.app), token_in(first)).status_code == 404
    assert take_up(browser(company.app), token_in(second)).status_code == 200


def test_an_invitation_to_an_old_address_is_over(company: Staff, clock: Clock) -> None:
    user = invite(company)
    [mail] = mails(company, clock)
    company.client("admin").patch(
        f"/api/v1/users/{user['id']}", json={"email": "other@example.com"}
    )
    assert take_up(browser(company.app), token_in(mail)).status_code == 404


def test_deactivated_users_can_neither_take_up_nor_be_invited(company: Staff, clock: Clock) -> None:
    user = invite(company)
    [mail] = mails(company, clock)
    path = f"/api/v1/users/{user['id']}"
    company.client("admin").patch(path, json={"active": False})
    assert take_up(browser(company.app), token_in(mail)).status_code == 404
    answer = company.client("admin").post(f"{path}/invite")
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/not-invitable"


def test_names_are_shown_as_they_are_in_html(company: Staff, clock: Clock) -> None:
    invite(company, name="<b>Nina</b> & Co")
    [mail] = mails(company, clock)
    assert "&lt;b&gt;Nina&lt;/b&gt; &amp; Co" in (mail.html or "")
    assert "<b>Nina" in mail.text


def test_taking_up_is_signed_by_the_invited(company: Staff, clock: Clock) -> None:
    invite(company)
    [mail] = mails(company, clock)
    token = token_in(mail)
    take_up(browser(company.app), token)
    answer = company.client("admin").get("/api/v1/audit")
    [entry] = [
        entry for entry in answer.json()["items"] if entry["action"] == "user.invitation_taken_up"
    ]
    assert entry["actor"]["user"]["name"] == "Nina New"
    assert token not in answer.text
    assert "argon2" not in answer.text


@pytest.mark.parametrize("token", ["", "short", "a b" * 20, "../" * 20])
def test_a_token_of_another_shape_is_invalid(company: Staff, token: str) -> None:
    assert take_up(browser(company.app), token).status_code == 422
