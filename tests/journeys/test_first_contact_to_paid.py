"""The whole loop over HTTP: imported, quoted, accepted, invoiced, paid, credited and counted."""

from typing import Any
from urllib.parse import urlsplit

from tests.factories import Staff

LEADS = """\
Deal Name,Company,Contact,Email,Amount,Lead Source,Deal ID
CNC retrofit,Northwind Traders,Nadia Okafor,nadia@northwind.example,"1,250.00",Trade fair,N-1
Spare parts,Contoso,Carl Sommer,carl@contoso.example,300,Web,N-2
"""
LINES = [
    {"description": "Retrofit kit\nwith controller", "quantity": "2", "unit": "pc",
     "unit_price": "500", "tax_rate": "19"},
    {"description": "Installation", "quantity": "7.5", "unit": "h", "unit_price": "80",
     "discount_percent": "10", "tax_rate": "19"},
]  # fmt: skip
NORTHWIND = {
    "name": "Northwind Traders",
    "address": {
        "line1": "Hafenstraße 5",
        "postcode": "20457",
        "city": "Hamburg",
        "country": "DE",
    },
}


def test_from_first_contact_to_paid_invoice(company: Staff) -> None:
    manager, stranger = company.client("manager"), company.stranger()

    imported = said(manager.post("/api/v1/leads/import", content=LEADS, headers=CSV))
    assert (imported["created"], imported["failed"]) == (2, 0)
    lead = said(manager.get("/api/v1/leads", params={"q": "retrofit"}))["items"][0]
    path = f"/api/v1/leads/{lead['id']}"

    said(manager.post(f"{path}/activities", json={"kind": "call", "body": "Wants an offer."}))
    moved = said(manager.patch(path, json={"stage": "qualified"}))
    assert (moved["stage"], moved["attempts"]) == ("qualified", 1)

    quote = said(manager.post(f"{path}/quotes", json={"lines": LINES, "customer": NORTHWIND}), 201)
    assert (quote["net_total"], quote["tax_total"], quote["total"]) == (
        "1540.00",
        "292.60",
        "1832.60",
    )
    sent = said(
        manager.post(f"/api/v1/quotes/{quote['id']}/send", json={"to": ["nadia@northwind.example"]})
    )
    assert (sent["status"], sent["number"]) == ("sent", "Q-2026-0001")
    after_sending = said(manager.get(path))
    assert (after_sending["stage"], after_sending["value"]) == ("proposal_sent", "1540.00")

    link = "/api/v1/public/quotes/" + urlsplit(sent["public_url"]).path.rpartition("/")[2]
    assert said(stranger.get(link))["total"] == "1832.60"
    assert stranger.get(f"{link}/pdf").content.startswith(b"%PDF")
    said(stranger.post(f"{link}/accept", json={"name": "Nadia Okafor", "signature": "N. Okafor"}))
    won = said(manager.get(path))
    assert (won["stage"], won["outcome"], won["next_follow_up_on"]) == ("won", "won", None)

    finance = company.client("finance")
    queue = said(finance.get("/api/v1/finance/queue"))["items"]
    assert [item["quote_id"] for item in queue] == [quote["id"]]
    draft = said(finance.post(f"/api/v1/quotes/{quote['id']}/invoice"), 201)
    again = said(finance.post(f"/api/v1/quotes/{quote['id']}/invoice"), 200)
    assert again["id"] == draft["id"]
    assert draft["total"] == quote["total"]

    bill = f"/api/v1/invoices/{draft['id']}"
    issued = said(finance.post(f"{bill}/issue", headers={"If-Match": "*"}))
    assert (issued["number"], issued["status"], issued["balance"]) == (
        "INV-2026-0001",
        "issued",
        "1832.60",
    )
    assert finance.get(f"{bill}/pdf").content.startswith(b"%PDF")

    credit = {"reason": "Half an hour less", "lines": [credited(issued, 1, "36.00")]}
    note = said(finance.post(f"{bill}/credit-notes", json=credit), 201)
    assert (note["number"], note["net_total"], note["total"]) == ("CN-2026-0001", "36.00", "42.84")
    said(finance.post(f"{bill}/payments", json={"amount": "1000.00", "method": "transfer"}), 201)
    assert said(finance.get(bill))["status"] == "partly_paid"
    said(finance.post(f"{bill}/payments", json={"method": "transfer"}), 201)
    paid = said(finance.get(bill))
    assert (paid["status"], paid["balance"], paid["paid"]) == ("paid", "0.00", "1789.76")

    month = said(manager.get("/api/v1/metrics/months/2026-11"))
    assert (month["new_leads"], month["won"], month["won_value"]) == (2, 1, "1540.00")
    assert (month["invoiced"], month["collected"]) == ("1504.00", "1789.76")
    behind = said(manager.get("/api/v1/metrics/months/2026-11/leads", params={"figure": "won"}))[
        "items"
    ]
    assert [item["id"] for item in behind] == [lead["id"]]

    told = [entry["action"] for entry in said(manager.get(f"{path}/timeline"))["items"]]
    for action in (
        "lead.stage_changed",
        "quote.sent",
        "quote.accepted",
        "invoice.issued",
        "credit_note.issued",
        "invoice.paid",
    ):
        assert action in told


CSV = {"Content-Type": "text/csv"}


def credited(invoice: dict[str, Any], line: int, net: str) -> dict[str, str]:
    """A net amount to take back of one line."""
    return {"invoice_line_id": invoice["lines"][line]["id"], "net": net}


def said(answer: Any, status: int | None = None) -> dict[str, Any]:
    """The body of an answer that is what was hoped for."""
    assert answer.status_code == status if status else answer.is_success, answer.text
    body: dict[str, Any] = answer.json()
    return body
