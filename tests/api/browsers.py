"""The API as the app in a browser calls it: with a session's cookie and an Origin."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.factories import PASSWORD, Staff

OWN = "http://testserver"
FOREIGN = "https://evil.example"


def browser(app: FastAPI, origin: str = OWN) -> TestClient:
    """A browser on one of the pages of `origin`, where nobody is signed in."""
    return TestClient(app, headers={"Origin": origin}, raise_server_exceptions=False)


def on_this_machine(app: FastAPI) -> TestClient:
    """A caller on the machine that the application runs on."""
    return TestClient(app, client=("127.0.0.1", 50000), raise_server_exceptions=False)


def give_password(company: Staff, who: str, password: str = PASSWORD) -> None:
    """Let the administrator choose somebody's password."""
    answer = company.client("admin").patch(
        f"/api/v1/users/{company.ids[who]}", json={"password": password}
    )
    assert answer.status_code == 200, answer.text


def signed_in(company: Staff, who: str) -> TestClient:
    """A browser in which one of the staff has signed in."""
    give_password(company, who)
    client = browser(company.app)
    answer = client.post(
        "/api/v1/auth/login", json={"email": f"{who}@example.com", "password": PASSWORD}
    )
    assert answer.status_code == 200, answer.text
    return client
