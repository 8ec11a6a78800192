"""The groups behind a figure, and the figures of one owner."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.invoices.scenes import an_invoice, post
from tests.api.metrics.asking import answered, behind, month_of
from tests.api.metrics.test_forecast import a_board
from tests.api.metrics.test_months import PRESENT, a_deal, move
from tests.conftest import Clock
from tests.factories import Staff


def groups_of(client: TestClient, figure: str, **narrowed: Any) -> dict[str, Any]:
    """The groups of a figure of the present month."""
    return answered(client, f"months/{PRESENT}/groups", figure=figure, **narrowed)


def counts(groups: dict[str, Any], kind: str) -> dict[Any, int]:
    """How many leads each group of a kind has, by name."""
    names = {"by_stage": "stage", "by_source": "source"}
    return {
        group["user"]["name"] if kind == "by_rep" else group[names[kind]]: group["leads"]
        for group in groups[kind]
    }


def some_deals(company: Staff) -> None:
    """Four leads of two owners and two sources, two of them won."""
    admin, rep, other = company.client("admin"), company.ids["rep"], company.ids["other_rep"]
    for title, owner, source, value in (
        ("One", rep, "Web", "100.00"),
        ("Two", rep, "Fair", "200.00"),
        ("Three", other, "WEB", "400.00"),
        ("Four", other, None, "800.00"),
    ):
        lead = a_deal(admin, title, owner_id=str(owner), source=source, value=value)
        if title in ("One", "Three"):
            move(admin, lead, "won")


def test_a_figure_falls_into_stages_sources_and_reps(company: Staff) -> None:
    some_deals(company)
    groups = groups_of(company.client("admin"), "new_leads")
    assert (groups["leads"], groups["value"], groups["weighted_value"]) == (4, "1500.00", None)
    assert counts(groups, "by_stage") == {"prospect": 2, "won": 2}
    assert counts(groups, "by_source") == {None: 1, "WEB": 2, "Fair": 1}
    assert counts(groups, "by_rep") == {"Otto Rep": 2, "Rita Rep": 2}
    assert [group["value"] for group in groups["by_rep"]] == ["1200.00", "300.00"]


def test_each_kind_of_group_is_narrowed_by_the_others_alone(company: Staff) -> None:
    some_deals(company)
    groups = groups_of(company.client("admin"), "new_leads", source="web", stage="won")
    assert (groups["leads"], groups["value"]) == (2, "500.00")
    assert counts(groups, "by_source") == {"WEB": 2}
    assert counts(groups, "by_stage") == {"won": 2}
    assert counts(groups, "by_rep") == {"Otto Rep": 1, "Rita Rep": 1}
    unnamed = groups_of(company.client("admin"), "new_leads", source="")
    assert unnamed["leads"] == 1
    assert counts(unnamed, "by_source") == {None: 1, "WEB": 2, "Fair": 1}


def test_the_groups_of_a_forecast_weigh_as_much_as_the_forecast(admin: TestClient) -> None:
    a_board(admin)
    move(admin, a_deal(admin, "Sold", value="5000.00"), "won")
    groups = groups_of(admin, "forecast")
    assert groups["weighted_value"] == month_of(admin, PRESENT)["forecast"] == "5787.00"
    weights = {group["stage"]: group["weighted_value"] for group in groups["by_stage"]}
    assert weights == {"prospect": "10.00", "negotiation": "777.00", "won": "5000.00"}


def test_groups_leave_out_what_is_hidden(company: Staff) -> None:
    rep = company.client("rep")
    a_deal(rep, "Private", value="90.00", visibility="private", source="Secret")
    a_deal(rep, "Public", value="10.00", source="Web")
    groups = groups_of(company.client("other_rep"), "new_leads")
    assert (groups["leads"], groups["value"], groups["scope"]) == (1, "10.00", "visible")
    assert counts(groups, "by_source") == {"Web": 1}


def test_a_target_says_what_is_missing(admin: TestClient, company: Staff) -> None:
    rep = str(company.ids["rep"])
    wanted = {"target": "6000.00", "users": [{"user_id": rep, "target": "400.00"}]}
    admin.put("/api/v1/targets", json=wanted)
    a_board(admin)
    move(admin, a_deal(admin, "Sold", value="5000.00"), "won")
    month = month_of(admin, PRESENT)
    assert (month["won_value"], month["expected"]) == ("5000.00", "787.00")
    assert (month["gap"], month["forecast_gap"]) == ("-1000.00", "-213.00")
    assert month["attainment"] == "0.8333"
    (share,) = [rep["attainment"] for rep in month["by_rep"] if rep["target"]]
    assert share == "0.0000"


def test_an_owners_figures_cover_their_deals_and_their_target(company: Staff) -> None:
    some_deals(company)
    admin, rep = company.client("admin"), str(company.ids["rep"])
    users = [{"user_id": rep, "target": "50.00"}]
    admin.put("/api/v1/targets", json={"target": "9000.00", "users": users})
    month = answered(admin, "summary", owner=rep)["current"]
    assert (month["new_leads"], month["won"], month["won_value"]) == (2, 1, "100.00")
    assert (month["target"], month["attainment"]) == ("50.00", "2.0000")
    (listed,) = answered(admin, "months", owner=rep, **{"from": PRESENT})["items"]
    assert listed == month
    opened = answered(admin, f"months/{PRESENT}", owner=rep)
    assert [(each["user"]["id"], each["won"]) for each in opened["by_rep"]] == [(rep, 1)]
    assert sum(stage["leads"] for stage in opened["by_stage"]) == 2
    assert {source["source"]: source["leads"] for source in opened["by_source"]} == {
        "Web": 1,
        "Fair": 1,
    }
    board = answered(admin, "pipeline", owner=rep)
    assert (board["leads"], board["value"]) == (1, "200.00")
    assert len(behind(admin, PRESENT, "won", owner=rep)) == 1


def test_an_owners_undated_deals_are_theirs(company: Staff) -> None:
    some_deals(company)
    admin, rep = company.client("admin"), str(company.ids["rep"])
    assert answered(admin, "summary", owner=rep)["undated"] == {"leads": 1, "value": "200.00"}
    assert len(behind(admin, PRESENT, "undated", owner=rep)) == 1


def test_what_was_invoiced_and_paid_goes_to_the_owner_of_the_document(
    company: Staff, clock: Clock
) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    post(finance, f"/invoices/{invoice['id']}/payments", {"amount": "57.00"}, 201)
    billed = {}
    for who in ("finance", "rep"):
        month = answered(finance, "summary", owner=str(company.ids[who]))["current"]
        billed[who] = (month["invoiced"], month["invoiced_gross"], month["collected"])
    assert sorted(billed.values()) == [("0.00", "0.00", "0.00"), ("300.00", "357.00", "57.00")]
