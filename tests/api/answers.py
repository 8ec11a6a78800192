"""How tests read answers that refuse, and send headers that no client would."""

from typing import Any

from httpx2 import Response


def raw(name: str, value: str) -> Any:
    """A header as bytes, since clients refuse to send what no header should hold."""
    return {name: value.encode("latin-1")}


def assert_problem(answer: Response, status: int, kind: str) -> dict[str, Any]:
    """The answer is a problem of this status and type; its body."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["type"] == f"/problems/{kind}"
    assert problem["status"] == status
    assert problem["detail"]
    assert problem["instance"] == f"urn:uuid:{answer.headers['x-request-id']}"
    return problem
