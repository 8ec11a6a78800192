"""How the tests of figures ask for them."""

from typing import Any

from fastapi.testclient import TestClient

METRICS = "/api/v1/metrics"


def month_of(client: TestClient, month: str) -> dict[str, Any]:
    """One month with its groups."""
    return answered(client, f"months/{month}")


def behind(client: TestClient, month: str, figure: str, **groups: Any) -> list[dict[str, Any]]:
    """All leads behind a figure, page by page."""
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        asked = {"figure": figure, "limit": 3, "count": True, **groups, "cursor": cursor}
        page = answered(client, f"months/{month}/leads", **asked)
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            assert page["total"] == len(found)
            return found


def answered(client: TestClient, path: str, **asked: Any) -> dict[str, Any]:
    """What the API answers about figures."""
    given = {name: value for name, value in asked.items() if value is not None}
    answer = client.get(f"{METRICS}/{path}", params=given)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def titles(leads: list[dict[str, Any]]) -> set[str]:
    """What the leads are called."""
    return {lead["title"] for lead in leads}
