"""What browsers get besides the API."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import openapi, pages
from api.app import create_app
from api.settings import Settings

INDEX = '<script src="/assets/app-1a2b.js" nonce="CSP_NONCE"></script>Throughline'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A front end as the build leaves it."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    (folder / "docs.html").write_text(INDEX.replace("Throughline", "Documentation"))
    (folder / "assets" / "app-1a2b.js").write_text("export {};")
    (folder / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "secret.txt").write_text("not for browsers")
    return folder


@pytest.fixture
def client(built: Path) -> Iterator[TestClient]:
    app = create_app(Settings(DATABASE_URL="", worker="off"))
    pages.install(app, built)
    yield TestClient(app, raise_server_exceptions=False)
    app.state.database.close()


@pytest.mark.parametrize(
    "path", ["/", "/leads", "/leads/42/quotes", "/invitation/abc", "/index.html"]
)
def test_every_address_of_the_app_gets_its_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Throughline" in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_each_copy_of_a_page_has_a_nonce_of_its_own(client: TestClient) -> None:
    nonces = set()
    for _ in range(2):
        answer = client.get("/")
        found = re.search(r'nonce="([^"]{20,})"', answer.text)
        assert found is not None
        policy = answer.headers["Content-Security-Policy"]
        assert f"script-src 'self' 'nonce-{found[1]}'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "frame-src blob:" in policy
        assert "unsafe" not in policy
        nonces.add(found[1])
    assert len(nonces) == 2


def test_hashed_files_are_kept_for_ever(client: TestClient) -> None:
    answer = client.get("/assets/app-1a2b.js")
    assert answer.status_code == 200
    assert "javascript" in answer.headers["Content-Type"]
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_other_files_are_asked_for_again(client: TestClient) -> None:
    answer = client.get("/favicon.svg")
    assert answer.headers["Cache-Control"] == "no-cache"
    same = client.get("/favicon.svg", headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/assets/old-9z8y.js",
        "/favicon.ico",
        "/api/nothing",
        "/api/v1/nothing",
        "/api/v1/leads/x/y/z",
        "/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
    ],
)
def test_what_does_not_exist_is_a_problem(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "There is nothing at this address."


def test_pages_are_only_read(client: TestClient) -> None:
    assert client.post("/leads").status_code == 404
    assert client.head("/").status_code == 200


def test_the_documentation_comes_with_assets_of_ours(client: TestClient) -> None:
    answer = client.get("/api/docs")
    assert answer.status_code == 200
    assert "Documentation" in answer.text
    assert "//" not in answer.text.replace("</", "")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_the_description_is_served(client: TestClient) -> None:
    answer = client.get("/api/openapi.json")
    assert answer.headers["Content-Type"] == "application/json"
    app: FastAPI = client.app  # type: ignore[assignment]
    assert answer.json() == openapi.document(app)


def test_an_app_that_is_not_built_says_what_to_run(tmp_path: Path) -> None:
    app = create_app(Settings(DATABASE_URL="", worker="off"))
    pages.install(app, tmp_path / "missing")
    client = TestClient(app, raise_server_exceptions=False)
    for path in ("/", "/api/docs"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "make run" in answer.text
    assert client.get("/favicon.svg").status_code == 404
    assert client.get("/api/v1/health/live").status_code == 200
    app.state.database.close()
