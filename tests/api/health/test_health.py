"""Health over HTTP."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

import migrations
from api.app import create_app
from api.database import Database
from api.settings import Settings
from tests.api.browsers import on_this_machine
from tests.factories import Staff


def app_on(url: str, folder: Path) -> TestClient:
    settings = Settings(DATABASE_URL=url, data_dir=folder, worker="off")
    return TestClient(create_app(settings), raise_server_exceptions=False)


def test_a_new_installation_is_ready_and_not_set_up(app: FastAPI) -> None:
    client = TestClient(app)
    assert client.get("/api/v1/health/live").json() == {"status": "live"}
    told = client.get("/api/v1/health/ready").json()
    assert (told["status"], told["set_up"]) == ("ready", False)


def test_those_elsewhere_are_told_that_setup_needs_a_token(app: FastAPI) -> None:
    told = TestClient(app).get("/api/v1/health/ready").json()
    assert told["needs_setup_token"] is True
    told = on_this_machine(app).get("/api/v1/health/ready").json()
    assert told["needs_setup_token"] is False


def test_a_company_is_set_up(company: Staff) -> None:
    told = company.stranger().get("/api/v1/health/ready").json()
    assert (told["set_up"], told["needs_setup_token"]) == (True, False)


def test_a_database_that_cannot_be_reached_is_not_ready(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/missing/x.db", "postgresql://127.0.0.1:1/nothing"):
        client = app_on(url, tmp_path)
        assert client.get("/api/v1/health/live").status_code == 200
        answer = client.get("/api/v1/health/ready")
        assert answer.status_code == 503
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "/problems/not-ready"
        assert "cannot be reached" in answer.json()["detail"]


def test_a_database_that_is_not_current_is_not_ready(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/empty.db"
    client = app_on(url, tmp_path)
    answer = client.get("/api/v1/health/ready")
    assert answer.status_code == 503
    assert "throughline migrate" in answer.json()["detail"]
    database = Database(url)
    migrations.upgrade(database.engine)
    database.close()
    assert client.get("/api/v1/health/ready").status_code == 200
