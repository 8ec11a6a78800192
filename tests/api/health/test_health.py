"""Health over HTTP."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

import migrations
from api.app import create_app
from api.database import Database
from api.settings import Settings
from tests.factories import Staff


def app_on(url: str, folder: Path) -> TestClient:
    settings = Settings(DATABASE_URL=url, data_dir=folder, worker="off")
    return TestClient(create_app(settings), raise_server_exceptions=False)


def test_a_new_installation_is_ready_and_not_set_up(app: FastAPI) -> None:
    client = TestClient(app)
    assert client.get("/api/v1/health/live").json() == {"status": "live"}
    assert client.get("/api/v1/health/ready").json() == {"status": "ready", "set_up": False}


def test_a_company_is_set_up(company: Staff) -> None:
    assert company.stranger().get("/api/v1/health/ready").json()["set_up"] is True


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
