"""Invoiced and collected, by month and by rep."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.invoices.scenes import a_draft, an_accepted_quote, an_invoice, post
from tests.api.metrics.asking import behind, month_of
from tests.conftest import Clock
from tests.factories import Staff, a_lead

NOVEMBER, DECEMBER = "2026-11", "2026-12"


def billed(client: TestClient, month: str) -> tuple[str, str, str]:
    """Net, gross and money of a month."""
    told = month_of(client, month)
    return told["invoiced"], told["invoiced_gross"], told["collected"]


def pay(client: TestClient, invoice: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Money that came for an invoice."""
    return post(client, f"/invoices/{invoice['id']}/payments", fields, 201)


def test_an_accepted_quote_is_won_at_its_net_total(company: Staff) -> None:
    rep = company.client("rep")
    an_accepted_quote(rep, a_lead(rep, title="Quoted", value="5.00"))
    told = month_of(rep, NOVEMBER)
    assert (told["won"], told["won_value"]) == (1, "160.80")
    (lead,) = behind(rep, NOVEMBER, "won")
    assert lead["counted_value"] == "160.80"


def test_invoiced_is_what_was_issued_less_what_was_credited(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    a_draft(finance)
    invoice = an_invoice(finance)
    assert billed(finance, NOVEMBER) == ("300.00", "357.00", "0.00")
    clock.advance(days=10)
    line = {"invoice_line_id": invoice["lines"][0]["id"], "quantity": "1"}
    credit = {"reason": "One returned", "lines": [line]}
    post(finance, f"/invoices/{invoice['id']}/credit-notes", credit, 201)
    assert billed(finance, NOVEMBER) == ("300.00", "357.00", "0.00")
    assert billed(finance, DECEMBER) == ("-100.00", "-119.00", "0.00")


def test_collected_is_money_received_less_money_given_back(company: Staff, clock: Clock) -> None:
    finance = company.client("finance")
    invoice = an_invoice(finance)
    pay(finance, invoice, amount="57.00")
    surplus = pay(finance, invoice, amount="400.00", surplus="credit")
    assert billed(finance, NOVEMBER)[2] == "457.00"
    clock.advance(days=10)
    newest = max(surplus.get("payments", [surplus]), key=lambda payment: str(payment["id"]))
    reversal = {"on": "2026-12-02", "reason": "Bounced"}
    post(finance, f"/payments/{newest['id']}/reverse", reversal, 201)
    assert billed(finance, NOVEMBER)[2] == "457.00"
    assert billed(finance, DECEMBER)[2] == "-400.00"


def test_what_was_invoiced_belongs_to_the_deals_owner(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    quote = an_accepted_quote(rep)
    draft = post(finance, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{draft['id']}/issue")
    (told,) = month_of(finance, NOVEMBER)["by_rep"]
    assert told["user"]["name"] == "Rita Rep"
    assert (told["won"], told["won_value"], told["invoiced"]) == (1, "160.80", "160.80")


def test_finance_counts_the_bills_of_private_deals_but_not_the_deals(company: Staff) -> None:
    rep, finance = company.client("rep"), company.client("finance")
    quote = an_accepted_quote(rep, a_lead(rep, visibility="private"))
    draft = post(rep, f"/quotes/{quote['id']}/invoice", status=201)
    post(finance, f"/invoices/{draft['id']}/issue")
    told = month_of(finance, NOVEMBER)
    assert (told["won"], told["new_leads"], told["invoiced"]) == (0, 0, "160.80")
    assert month_of(company.client("other_rep"), NOVEMBER)["invoiced"] == "0.00"
