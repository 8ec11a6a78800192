"""Importing in a line: a file as text, its parameters, and the report."""

from typing import Any

from fastapi.testclient import TestClient

CSV = {"Content-Type": "text/csv"}


def importing(
    client: TestClient,
    content: str | bytes,
    params: dict[str, str] | None = None,
    noun: str = "leads",
    headers: dict[str, str] | None = None,
) -> Any:
    """The answer to an import, whatever it is."""
    path = f"/api/v1/{noun}/import"
    sent = {**CSV, **(headers or {})}
    return client.post(path, params=params, content=content, headers=sent)


def imported(
    client: TestClient,
    content: str | bytes,
    params: dict[str, str] | None = None,
    noun: str = "leads",
) -> dict[str, Any]:
    """The report of an import that was accepted."""
    answer = importing(client, content, params, noun)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    if report["applied"]:
        assert report["rows"] == sum(counts(report))
    return report


def counts(report: dict[str, Any]) -> tuple[int, int, int, int]:
    """Created, updated, unchanged and failed."""
    return report["created"], report["updated"], report["unchanged"], report["failed"]


def leads(client: TestClient, **filters: str) -> list[dict[str, Any]]:
    """The leads of a filter, by title."""
    params = {"limit": "200", "sort": "title", **filters}
    found: list[dict[str, Any]] = client.get("/api/v1/leads", params=params).json()["items"]
    return found


def the_lead(client: TestClient, **filters: str) -> dict[str, Any]:
    """The only lead there is."""
    (found,) = leads(client, **filters)
    return found


def moves(client: TestClient, lead: dict[str, Any]) -> list[dict[str, Any]]:
    """The recorded moves of a lead."""
    path = f"/api/v1/leads/{lead['id']}/stage-changes"
    found: list[dict[str, Any]] = client.get(path).json()["items"]
    return found
