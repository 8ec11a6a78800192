"""Pipelines and their stages over HTTP."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead

USUAL = [
    "prospect", "contacted", "qualified", "proposal_sent", "negotiation", "sent_to_finance",
    "won", "lost",
]  # fmt: skip
A_STAGE = {"key": "demo", "name": "Demo given", "color": "#123abc", "probability": 40}


def the_pipeline(client: TestClient) -> dict[str, Any]:
    """The one pipeline of the workspace."""
    (found,) = client.get("/api/v1/pipelines").json()["items"]
    pipeline: dict[str, Any] = found
    return pipeline


@pytest.fixture
def path(admin: TestClient) -> str:
    """The address of the one pipeline."""
    return f"/api/v1/pipelines/{the_pipeline(admin)['id']}"


def keys(pipeline: dict[str, Any]) -> list[str]:
    """The keys of its stages, in order."""
    return [stage["key"] for stage in pipeline["stages"]]


def test_a_workspace_begins_with_the_usual_stages(admin: TestClient, path: str) -> None:
    pipeline = the_pipeline(admin)
    assert keys(pipeline) == USUAL
    assert admin.get(path).json() == pipeline
    offered = [stage["key"] for stage in pipeline["stages"] if stage["is_proposal"]]
    assert offered == ["proposal_sent"]


def test_a_new_stage_stands_before_the_closing_ones(admin: TestClient, path: str) -> None:
    pipeline = admin.post(f"{path}/stages", json=A_STAGE).json()
    assert keys(pipeline) == [*USUAL[:6], "demo", "won", "lost"]
    assert admin.get(path).json() == pipeline
    assert a_lead(admin, stage="demo")["stage"] == "demo"


def test_a_new_stage_goes_where_it_is_put(admin: TestClient, path: str) -> None:
    pipeline = admin.post(f"{path}/stages", json={**A_STAGE, "position": 1}).json()
    assert keys(pipeline)[:3] == ["prospect", "demo", "contacted"]


def test_stages_take_another_order(admin: TestClient, path: str) -> None:
    order = ["contacted", "prospect", *USUAL[2:]]
    assert keys(admin.patch(path, json={"name": "Deals", "stages": order}).json()) == order
    assert the_pipeline(admin)["name"] == "Deals"
    assert a_lead(admin)["stage"] == "contacted"
    for wrong in (order[1:], [*order, "prospect"], [*order[1:], "nowhere"]):
        assert admin.patch(path, json={"stages": wrong}).status_code == 422


def test_the_facts_of_a_stage_are_edited(admin: TestClient, path: str) -> None:
    facts = {"name": "Talks", "color": "#000000", "probability": 75, "follow_up_days": 1}
    before = the_pipeline(admin)["version"]
    pipeline = admin.patch(f"{path}/stages/negotiation", json={**facts, "position": 3}).json()
    stage = pipeline["stages"][3]
    assert {name: stage[name] for name in facts} == facts
    assert stage["key"] == "negotiation"
    assert pipeline["version"] == before + 1
    assert admin.get(path).json() == pipeline


def test_there_is_always_exactly_one_proposal_stage(admin: TestClient, path: str) -> None:
    marked = admin.patch(f"{path}/stages/qualified", json={"is_proposal": True}).json()
    assert [s["key"] for s in marked["stages"] if s["is_proposal"]] == ["qualified"]
    for stage, change in (("qualified", {"is_proposal": False}), ("won", {"is_proposal": True})):
        answer = admin.patch(f"{path}/stages/{stage}", json=change)
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/pipeline-incomplete"
    assert admin.delete(f"{path}/stages/qualified").status_code == 409
    assert admin.delete(f"{path}/stages/won").status_code == 409


def test_an_outcome_stays_while_leads_stand_in_the_stage(admin: TestClient, path: str) -> None:
    a_lead(admin, stage="negotiation")
    kept = admin.patch(f"{path}/stages/negotiation", json={"outcome": "won"})
    assert kept.json()["type"] == "/problems/stage-in-use"
    empty = admin.patch(f"{path}/stages/contacted", json={"outcome": "lost"})
    assert empty.status_code == 200


def test_an_empty_stage_is_simply_removed(admin: TestClient, path: str) -> None:
    pipeline = admin.delete(f"{path}/stages/contacted").json()
    assert keys(pipeline) == [key for key in USUAL if key != "contacted"]
    assert [stage["position"] for stage in pipeline["stages"]] == list(range(7))
    assert admin.delete(f"{path}/stages/contacted").status_code == 404


def test_a_stage_that_holds_leads_is_removed_only_by_saying_where_they_go(
    admin: TestClient, path: str
) -> None:
    lead = a_lead(admin, stage="negotiation")
    archived = a_lead(admin, stage="negotiation", title="Old")
    admin.delete(f"/api/v1/leads/{archived['id']}")
    refused = admin.delete(f"{path}/stages/negotiation")
    assert refused.json()["type"] == "/problems/stage-in-use"
    for wrong in ("negotiation", "won", "nowhere"):
        answer = admin.delete(f"{path}/stages/negotiation", params={"move_to": wrong})
        assert answer.status_code == 422, wrong
    done = admin.delete(f"{path}/stages/negotiation", params={"move_to": "qualified"})
    assert "negotiation" not in keys(done.json())
    for moved in (lead, archived):
        address = f"/api/v1/leads/{moved['id']}"
        assert admin.get(address).json()["stage"] == "qualified"
        moves = admin.get(f"{address}/stage-changes").json()["items"]
        assert (moves[-1]["from_stage"], moves[-1]["to_stage"]) == ("negotiation", "qualified")


def test_won_deals_that_change_their_stage_stay_closed_when_they_were(
    admin: TestClient, path: str
) -> None:
    signed = {**A_STAGE, "key": "signed", "outcome": "won", "probability": 100}
    assert admin.post(f"{path}/stages", json=signed).status_code == 201
    dates = {"created_at": "2026-03-02T09:00:00Z", "closed_at": "2026-04-02T09:00:00Z"}
    lead = a_lead(admin, stage="signed", **dates)
    assert admin.delete(f"{path}/stages/signed", params={"move_to": "won"}).status_code == 200
    moved = admin.get(f"/api/v1/leads/{lead['id']}").json()
    assert (moved["stage"], moved["closed_at"]) == ("won", lead["closed_at"])


def test_a_removed_key_comes_back_with_its_history(admin: TestClient, path: str) -> None:
    lead = a_lead(admin, stage="negotiation")
    admin.delete(f"{path}/stages/negotiation", params={"move_to": "qualified"})
    back = admin.post(f"{path}/stages", json={**A_STAGE, "key": "negotiation"})
    assert back.status_code == 201
    assert the_pipeline(admin)["stages"][5]["name"] == "Demo given"
    moves = admin.get(f"/api/v1/leads/{lead['id']}/stage-changes").json()["items"]
    assert moves[0]["to_stage"] == "negotiation"
    again = admin.post(f"{path}/stages", json={**A_STAGE, "key": "negotiation"})
    assert again.status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "Demo"}, {"key": "9"}, {"key": "x" * 33}, {"color": "red"}, {"probability": 101},
        {"probability": "40"}, {"probability": 40.5}, {"follow_up_days": -1}, {"outcome": "maybe"},
        {"name": ""}, {"name": None}, {"surprise": 1},
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_a_stage_is_refused(
    admin: TestClient, path: str, wrong: dict[str, Any]
) -> None:
    assert admin.post(f"{path}/stages", json={**A_STAGE, **wrong}).status_code == 422


def test_only_administrators_arrange_the_pipeline(company: Staff, path: str) -> None:
    manager = company.client("manager")
    assert manager.get(path).status_code == 200
    for answer in (
        manager.patch(path, json={"name": "Mine"}),
        manager.post(f"{path}/stages", json=A_STAGE),
        manager.patch(f"{path}/stages/won", json={"name": "Mine"}),
        manager.delete(f"{path}/stages/contacted"),
    ):
        assert answer.status_code == 403


def test_the_log_says_what_was_done_to_a_stage(admin: TestClient, path: str) -> None:
    admin.patch(f"{path}/stages/won", json={"probability": 99})
    newest = admin.get("/api/v1/audit", params={"entity": "pipeline"}).json()["items"][0]
    assert newest["action"] == "pipeline.stage_changed"
    assert newest["details"] == {
        "stage": "won",
        "before": {"probability": 100},
        "after": {"probability": 99},
    }
