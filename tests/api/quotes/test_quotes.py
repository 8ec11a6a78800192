"""Drafting quotes from leads, changing, listing and adding them up over HTTP."""

from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from tests.api.quotes.offers import WORKED_EXAMPLE, a_quote, a_sent_quote, read, sent
from tests.conftest import Clock
from tests.factories import Staff, a_lead


def change(client: TestClient, quote: dict[str, Any], version: str = "*", **fields: Any) -> Any:
    return client.patch(f"/api/v1/quotes/{quote['id']}", json=fields, headers={"If-Match": version})


def test_what_post_answers_get_answers(company: Staff) -> None:
    rep = company.client("rep")
    quote = a_quote(rep)
    answer = rep.get(f"/api/v1/quotes/{quote['id']}")
    assert answer.json() == quote
    assert answer.headers["ETag"] == f'"{quote["version"]}"'


def test_a_quote_takes_its_customer_from_the_lead_and_its_terms_from_the_workspace(
    company: Staff,
) -> None:
    admin = company.client("admin")
    workspace = admin.get("/api/v1/workspace").json()
    changed = admin.patch(
        "/api/v1/workspace", json={"quote_terms": "Net 30.", "quote_valid_days": 10}
    )
    assert changed.status_code == 200, workspace
    quote = a_quote(company.client("rep"))
    assert quote["customer"]["name"] == "Northwind Traders"
    assert quote["customer"]["contact_name"] == "Nadia Okafor"
    assert quote["customer"]["email"] == "nadia@northwind.example"
    assert quote["customer"]["address"]["city"] == "Hamburg"
    assert (quote["terms"], quote["valid_until"]) == ("Net 30.", "2026-12-03")
    assert (quote["currency"], quote["status"], quote["delivery"]) == ("EUR", "draft", None)
    assert quote["public_url"] is None


def test_quotes_are_numbered_when_they_are_made(admin: TestClient) -> None:
    numbers = [a_quote(admin)["number"] for _ in range(3)]
    assert numbers == ["Q-2026-0001", "Q-2026-0002", "Q-2026-0003"]


def test_the_worked_example_comes_to_its_sums(admin: TestClient) -> None:
    quote = a_quote(admin, lines=WORKED_EXAMPLE, discount_percent="3")
    assert [line["net"] for line in quote["lines"]] == ["53.97", "2.50", "94.90", "14.40"]
    assert (quote["lines_total"], quote["discount_total"]) == ("165.77", "4.97")
    assert (quote["net_total"], quote["tax_total"]) == ("160.80", "16.85")
    assert quote["total"] == "177.65"
    assert [(group["rate"], group["net"], group["tax"]) for group in quote["taxes"]] == [
        ("19", "54.78", "10.41"),
        ("7", "92.05", "6.44"),
        ("0", "13.97", "0.00"),
    ]
    assert quote["lines"][3]["tax_category"] == "zero"


def test_totals_are_those_of_the_quote_and_store_nothing(admin: TestClient) -> None:
    terms: dict[str, Any] = {"lines": WORKED_EXAMPLE, "discount_percent": "3"}
    totals = admin.post("/api/v1/quotes/totals", json=terms).json()
    quote = a_quote(admin, **terms)
    for name in ("lines_total", "discount_total", "net_total", "tax_total", "total", "taxes"):
        assert totals[name] == quote[name]
    assert len(read(admin, "/quotes")["items"]) == 1


def test_everything_wrong_with_the_lines_is_named_by_its_place(admin: TestClient) -> None:
    lines = [
        {"description": "Fine", "unit_price": "1"},
        {"unit_price": "1", "discount_percent": "120"},
        {"description": "No price"},
    ]
    lead = a_lead(admin)
    answer = admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={"lines": lines})
    assert answer.status_code == 422
    fields = [error["field"] for error in answer.json()["errors"]]
    assert fields == ["lines.1.description", "lines.2.unit_price"]
    lines = [lines[0], {**lines[0], "discount_percent": "120"}]
    answer = admin.post("/api/v1/quotes/totals", json={"lines": lines})
    assert [error["field"] for error in answer.json()["errors"]] == ["lines.1.discount_percent"]


def test_a_number_that_counts_travels_as_a_string(admin: TestClient) -> None:
    lines = [{"description": "Retrofit", "unit_price": 100}]
    answer = admin.post("/api/v1/quotes/totals", json={"lines": lines})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "lines.0.unit_price"


def test_a_product_fills_in_what_the_line_leaves_out(admin: TestClient) -> None:
    product = admin.post(
        "/api/v1/products",
        json={"name": "Spindle", "unit": "set", "unit_price": "550", "tax_rate": "7"},
    ).json()
    quote = a_quote(admin, lines=[{"product_id": product["id"], "quantity": "2"}])
    (line,) = quote["lines"]
    assert (line["description"], line["unit"], line["unit_price"]) == ("Spindle", "set", "550.00")
    assert (line["tax_rate"], line["net"]) == ("7", "1100.00")


def test_a_change_says_which_version_it_is_based_on(admin: TestClient) -> None:
    quote = a_quote(admin)
    path = f"/api/v1/quotes/{quote['id']}"
    assert admin.patch(path, json={"notes": "Hello"}).status_code == 428
    assert admin.delete(path).status_code == 428
    assert change(admin, quote, '"99"', notes="Hello").status_code == 412
    changed = change(admin, quote, f'"{quote["version"]}"', notes="Hello")
    assert changed.json()["notes"] == "Hello"
    assert changed.json()["version"] > quote["version"]


def test_lines_are_replaced_whole_and_a_lines_id_keeps_it(admin: TestClient) -> None:
    quote = a_quote(admin, lines=WORKED_EXAMPLE)
    kept = quote["lines"][1]
    lines = [{"description": "New", "unit_price": "5"}, {"id": kept["id"], "quantity": "10"}]
    changed = change(admin, quote, lines=lines).json()
    assert [line["description"] for line in changed["lines"]] == ["New", "Fitting"]
    assert changed["lines"][1]["id"] == kept["id"]
    assert changed["lines"][1]["unit_price"] == kept["unit_price"]
    assert changed["lines"][1]["net"] == "3.33"
    assert read(admin, f"/quotes/{quote['id']}") == changed


def test_a_line_of_another_quote_cannot_be_kept(admin: TestClient) -> None:
    quote, other = a_quote(admin), a_quote(admin)
    lines = [{"id": other["lines"][0]["id"], "description": "X", "unit_price": "1"}]
    answer = change(admin, quote, lines=lines)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "lines.0.id"


def test_the_customer_of_a_draft_can_be_changed(admin: TestClient) -> None:
    quote = a_quote(admin)
    changed = change(
        admin, quote, customer={"vat_id": "DE999999999", "address": {"line2": "2nd floor"}}
    ).json()
    assert changed["customer"]["vat_id"] == "DE999999999"
    assert changed["customer"]["address"]["line2"] == "2nd floor"
    assert changed["customer"]["address"]["city"] == "Hamburg"
    assert changed["customer"]["name"] == "Northwind Traders"


def test_a_discount_amount_takes_the_place_of_a_percentage(admin: TestClient) -> None:
    quote = a_quote(admin, discount_percent="10")
    changed = change(admin, quote, discount_amount="5.00").json()
    assert (changed["discount_percent"], changed["net_total"]) == (None, "95.00")
    answer = change(admin, quote, discount_amount="5.00", discount_percent="3")
    assert answer.status_code == 422


def test_another_currency_than_the_workspaces_is_refused(admin: TestClient) -> None:
    lead = a_lead(admin)
    answer = admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={"currency": "USD"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "currency"


def test_only_a_draft_is_changed_or_removed(admin: TestClient) -> None:
    quote = a_sent_quote(admin)
    answer = change(admin, quote, notes="Cheaper")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/quote-not-draft")
    removal = admin.delete(f"/api/v1/quotes/{quote['id']}", headers={"If-Match": "*"})
    assert removal.status_code == 409


def test_a_removed_draft_is_gone(admin: TestClient) -> None:
    quote = a_quote(admin)
    path = f"/api/v1/quotes/{quote['id']}"
    assert admin.delete(path, headers={"If-Match": "*"}).status_code == 204
    assert admin.get(path).status_code == 404
    assert read(admin, "/quotes")["items"] == []


def test_a_draft_is_printed_as_it_stands(admin: TestClient) -> None:
    quote = a_quote(admin)
    answer = admin.get(f"/api/v1/quotes/{quote['id']}/pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert 'filename="Q-2026-0001.pdf"' in answer.headers["content-disposition"]


def test_expired_is_a_status_like_any_other(admin: TestClient, clock: Clock) -> None:
    lead = a_lead(admin)
    draft, out = a_quote(admin, lead), a_sent_quote(admin, lead)
    soon = a_sent_quote(admin, lead, valid_until="2026-11-24")
    clock.advance(days=2)

    def ids(status: str) -> list[str]:
        found = read(admin, f"/quotes?status={status}")["items"]
        assert {item["status"] for item in found} <= {status}
        return [item["id"] for item in found]

    assert (ids("draft"), ids("sent"), ids("expired")) == ([draft["id"]], [out["id"]], [soon["id"]])
    assert read(admin, f"/quotes/{soon['id']}")["status"] == "expired"


def test_the_list_shows_what_one_quote_shows(admin: TestClient) -> None:
    quote = a_sent_quote(admin, lines=WORKED_EXAMPLE)
    (listed,) = read(admin, "/quotes")["items"]
    assert listed.pop("owner")["name"] == "Ada Admin"
    assert listed == {name: quote[name] for name in listed}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("q=northw", 2),
        ("q=0002", 1),
        ("q=contoso", 0),
        ("number=Q-2026-0001", 1),
        ("valid_to=2026-11-30", 1),
        ("valid_from=2026-12-01", 1),
        ("issued_from=2026-11-24", 0),
        ("limit=1&count=true", 1),
    ],
)
def test_the_list_is_narrowed_by_its_filters(admin: TestClient, query: str, count: int) -> None:
    a_quote(admin)
    a_sent_quote(admin, valid_until="2026-11-30")
    assert len(read(admin, f"/quotes?{query}")["items"]) == count


def test_quotes_are_found_by_lead_and_owner(company: Staff) -> None:
    rep, other = company.client("rep"), company.client("other_rep")
    lead = a_lead(rep)
    mine, theirs = a_quote(rep, lead), a_quote(other, a_lead(other))
    assert [q["id"] for q in read(rep, f"/quotes?lead={lead['id']}")["items"]] == [mine["id"]]
    owned = read(rep, f"/quotes?owner={company.ids['other_rep']}")["items"]
    assert [quote["id"] for quote in owned] == [theirs["id"]]


def test_a_page_of_quotes_leads_to_the_next(admin: TestClient) -> None:
    lead = a_lead(admin)
    ids = [a_quote(admin, lead, valid_until=f"2026-12-0{n}")["id"] for n in (3, 1, 2)]
    first = read(admin, "/quotes?sort=valid_until&limit=2")
    cursor = first["next_cursor"]
    rest = read(admin, f"/quotes?sort=valid_until&limit=2&cursor={cursor}")
    found = [quote["id"] for quote in first["items"] + rest["items"]]
    assert found == [ids[1], ids[2], ids[0]]


def test_whoever_may_contribute_to_the_lead_may_quote(company: Staff) -> None:
    lead = a_lead(company.client("rep"))
    for who in ("admin", "manager", "rep", "other_rep"):
        assert sent(company.client(who), a_quote(company.client(who), lead))["status"] == "sent"
    for who in ("finance", "viewer"):
        answer = company.client(who).post(f"/api/v1/leads/{lead['id']}/quotes", json={})
        assert answer.status_code == 403
        assert len(read(company.client(who), "/quotes")["items"]) == 4


def test_a_viewer_is_not_shown_the_customers_link(company: Staff) -> None:
    quote = a_sent_quote(company.client("rep"))
    assert read(company.client("viewer"), f"/quotes/{quote['id']}")["public_url"] is None
    assert read(company.client("rep"), f"/quotes/{quote['id']}")["public_url"] is not None


def test_the_quotes_of_a_private_lead_do_not_exist_for_a_colleague(company: Staff) -> None:
    rep, other = company.client("rep"), company.client("other_rep")
    lead = a_lead(rep, visibility="private")
    quote = a_sent_quote(rep, lead)
    path = f"/api/v1/quotes/{quote['id']}"
    assert read(other, "/quotes")["items"] == []
    assert other.get(path).status_code == 404
    assert other.get(f"{path}/pdf").status_code == 404
    assert other.post(f"/api/v1/leads/{lead['id']}/quotes", json={}).status_code == 404
    for act in ("withdraw", "revise"):
        assert other.post(f"{path}/{act}").status_code == 404
    recorded = other.post(f"{path}/accept", json={"name": "X", "how": "Y"})
    assert recorded.status_code == 404
    assert read(rep, f"/quotes/{quote['id']}") == quote


def test_a_lead_or_product_that_is_not_there_is_refused(admin: TestClient) -> None:
    assert admin.post(f"/api/v1/leads/{uuid4()}/quotes", json={}).status_code == 404
    lead = a_lead(admin)
    lines = [{"product_id": str(uuid4()), "description": "X", "unit_price": "1"}]
    answer = admin.post(f"/api/v1/leads/{lead['id']}/quotes", json={"lines": lines})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "lines.0.product_id"


def test_lines_are_added_up_before_they_are_described(admin: TestClient) -> None:
    lines = [{"unit_price": "100"}, {"quantity": "2", "unit_price": "0.5"}]
    totals = admin.post("/api/v1/quotes/totals", json={"lines": lines})
    assert totals.status_code == 200, totals.text
    assert totals.json()["net_total"] == "101.00"
    unpriced = admin.post("/api/v1/quotes/totals", json={"lines": [{"description": "Retrofit"}]})
    assert [error["field"] for error in unpriced.json()["errors"]] == ["lines.0.unit_price"]
