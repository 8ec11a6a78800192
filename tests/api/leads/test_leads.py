"""Leads over HTTP."""

import pytest
from fastapi.testclient import TestClient

from tests.factories import Staff, a_lead


def test_what_post_answers_get_answers(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep, tags=["Hot", "hot", "trade fair"], source="Fair")
    assert rep.get(f"/api/v1/leads/{lead['id']}").json() == lead
    assert lead["stage"] == "prospect"
    assert lead["value"] == "1250.00"
    assert lead["tags"] == ["Hot", "trade fair"]
    assert lead["owner"]["name"] == "Rita Rep"


def test_a_new_lead_is_followed_up_after_its_stages_days(company: Staff) -> None:
    assert a_lead(company.client("rep"))["next_follow_up_on"] == "2026-11-25"


def test_a_private_lead_does_not_exist_for_a_colleague(company: Staff) -> None:
    lead = a_lead(company.client("rep"), visibility="private")
    other = company.client("other_rep")
    assert other.get(f"/api/v1/leads/{lead['id']}").status_code == 404
    assert other.get("/api/v1/leads").json()["items"] == []
    assert company.client("rep").get("/api/v1/leads").json()["items"] == [lead]


def test_a_word_of_the_search_begins_a_word_of_the_lead(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep, title="Müller’s retrofit")
    a_lead(rep, title="Something else", company={"name": "Contoso"}, contact={"name": "Xi"})
    found = rep.get("/api/v1/leads", params={"q": "mull north"}).json()["items"]
    assert [item["id"] for item in found] == [lead["id"]]


def test_losing_takes_a_reason(company: Staff) -> None:
    rep = company.client("rep")
    lead = a_lead(rep)
    answer = rep.patch(f"/api/v1/leads/{lead['id']}", json={"stage": "lost"})
    assert answer.status_code == 422
    lost = rep.patch(
        f"/api/v1/leads/{lead['id']}", json={"stage": "lost", "lost_reason": "price"}
    ).json()
    assert lost["outcome"] == "lost"
    assert lost["next_follow_up_on"] is None


def test_the_last_page_follows_the_first(admin: TestClient) -> None:
    ids = [a_lead(admin, title=f"Lead {n}")["id"] for n in range(7)]
    seen, cursor = [], None
    for _ in range(4):
        page = admin.get(
            "/api/v1/leads",
            params={"limit": 2, "sort": "next_follow_up_on", "cursor": cursor or ""},
        ).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert cursor is None
    assert sorted(seen) == sorted(ids)
    assert len(seen) == 7


def test_the_timeline_tells_of_moves_and_notes(admin: TestClient) -> None:
    lead = a_lead(admin)
    path = f"/api/v1/leads/{lead['id']}"
    assert (
        admin.post(f"{path}/activities", json={"kind": "call", "body": "Said hello"}).status_code
        == 201
    )
    assert admin.patch(path, json={"stage": "contacted"}).status_code == 200
    actions = [entry["action"] for entry in admin.get(f"{path}/timeline").json()["items"]]
    assert sorted(actions) == ["activity.call", "lead.created", "lead.stage_changed"]
    moves = admin.get(f"{path}/stage-changes").json()["items"]
    assert [(move["from_stage"], move["to_stage"]) for move in moves] == [
        (None, "prospect"),
        ("prospect", "contacted"),
    ]
    assert admin.get(path).json()["attempts"] == 1


def test_an_external_id_is_taken_even_where_its_lead_is_hidden(company: Staff) -> None:
    a_lead(company.client("rep"), external_id="CRM-1", visibility="private")
    answer = company.client("other_rep").post(
        "/api/v1/leads", json={"title": "Mine", "external_id": "CRM-1"}
    )
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/external-id-taken"


def test_leads_without_an_expected_close_are_found(admin: TestClient) -> None:
    a_lead(admin, title="Some day")
    a_lead(admin, title="In May", expected_close_on="2027-05-01")
    found = admin.get("/api/v1/leads", params={"undated": True}).json()["items"]
    assert [lead["title"] for lead in found] == ["Some day"]
    assert len(admin.get("/api/v1/leads", params={"undated": False}).json()["items"]) == 2


def test_the_export_has_every_lead_of_the_filter_and_quotes_formulas_off(company: Staff) -> None:
    rep = company.client("rep")
    a_lead(rep, title="=HYPERLINK(1)", contact={"name": "Xi", "phone": "+49 30 1234"})
    a_lead(rep, title="Won one", stage="won")
    answer = rep.get("/api/v1/leads/export", params={"outcome": "open"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    lines = answer.text.splitlines()
    assert len(lines) == 2
    assert "'=HYPERLINK(1)" in lines[1]
    assert ",+49 30 1234," in lines[1]


@pytest.mark.parametrize("who", ["admin", "manager", "rep", "other_rep", "finance", "viewer"])
def test_the_acts_that_a_lead_tells_are_those_that_go_through(company: Staff, who: str) -> None:
    address = f"/api/v1/leads/{a_lead(company.client('rep'))['id']}"
    client = company.client(who)
    acts = client.get(address).json()["acts"]
    assert client.get("/api/v1/leads").json()["items"][0]["acts"] == acts
    edited = client.patch(address, json={"title": "Renamed"}).status_code
    planned = client.patch(address, json={"next_follow_up_on": "2027-01-11"}).status_code
    assert [edited, planned] == [200 if act in acts else 403 for act in ("edit", "plan")]


def test_a_value_has_the_decimals_of_the_currency(admin: TestClient) -> None:
    refused = admin.post("/api/v1/leads", json={"title": "Roof", "value": "1.999"})
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "value", "message": "Give at most 2 decimals."}]
    lead = a_lead(admin, value="10.00")
    changed = admin.patch(f"/api/v1/leads/{lead['id']}", json={"value": "0.005"})
    assert changed.status_code == 422
    assert admin.get(f"/api/v1/leads/{lead['id']}").json()["value"] == "10.00"


def test_from_the_proposal_on_an_expected_close_stays(admin: TestClient) -> None:
    lead = a_lead(admin, stage="negotiation")
    path = f"/api/v1/leads/{lead['id']}"
    refused = admin.patch(path, json={"expected_close_on": None})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "expected_close_on")
    back = admin.patch(path, json={"stage": "qualified", "expected_close_on": None})
    assert back.json()["expected_close_on"] is None


def test_a_lead_that_is_made_lost_says_why(admin: TestClient) -> None:
    draft = {"title": "Roof", "stage": "lost"}
    refused = admin.post("/api/v1/leads", json=draft)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "lost_reason")
    assert admin.post("/api/v1/leads", json={**draft, "lost_reason": "price"}).status_code == 201


def test_a_parameter_that_is_misspelled_or_said_twice_is_told(admin: TestClient) -> None:
    misspelled = admin.get("/api/v1/leads", params={"onwer": "x"})
    assert misspelled.json()["errors"][0]["field"] == "onwer"
    twice = admin.get("/api/v1/leads?stage=qualified&stage=negotiation")
    assert (twice.status_code, twice.json()["errors"][0]["field"]) == (422, "stage")
    assert admin.get("/api/v1/audit", params={"foo": "1"}).status_code == 422


def test_an_import_with_a_misspelled_option_writes_nothing(admin: TestClient) -> None:
    answer = admin.post(
        "/api/v1/leads/import",
        params={"dryrun": "true"},
        content="title\nRoof\n",
        headers={"Content-Type": "text/csv"},
    )
    assert answer.status_code == 422
    assert admin.get("/api/v1/leads").json()["items"] == []
