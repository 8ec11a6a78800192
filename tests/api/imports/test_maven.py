"""A real company goes in by the commands of the handbook, and its year 2017 comes out right."""

import csv
import shlex
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi.testclient import TestClient

from tests.api.imports.importing import counts
from tests.data_files import shared_data
from tests.factories import Staff

HANDBOOK = Path(__file__).resolve().parents[3] / "docs" / "import.md"
YEAR = [f"2017-{month:02d}" for month in range(1, 13)]
Rows = list[dict[str, str]]


def test_the_commands_of_the_handbook_bring_a_real_company_in(company: Staff) -> None:
    admin = company.client("admin")
    first = dict(carried_out(admin))
    assert {noun: counts(report) for noun, report in first.items()} == {
        "users": (35, 0, 0, 0),
        "companies": (85, 0, 0, 0),
        "products": (7, 0, 0, 0),
        "leads": (8_800, 0, 0, 0),
    }
    deals = rows_of("sales_pipeline.csv")
    assert_leads_are_the_deals(admin, deals)
    assert_the_year_is_right(admin, deals)
    again = dict(carried_out(admin))
    assert {noun: counts(report) for noun, report in again.items()} == {
        "users": (0, 0, 35, 0),
        "companies": (0, 0, 85, 0),
        "products": (0, 0, 7, 0),
        "leads": (0, 0, 8_800, 0),
    }
    assert_the_year_is_right(admin, deals)


def carried_out(client: TestClient) -> Iterator[tuple[str, dict[str, Any]]]:
    """Run each curl command of the handbook, with its headers, file and address."""
    lines = [line for line in HANDBOOK.read_text().splitlines() if line.startswith("curl")]
    assert len(lines) == 4
    for line in lines:
        words = shlex.split(line)
        assert words[:2] == ["curl", "-g"]
        given = [words[at + 1] for at, word in enumerate(words) if word == "-H"]
        headers = dict(header.split(": ", 1) for header in given)
        assert headers.pop("Authorization") == "Bearer $KEY"
        file = words[words.index("--data-binary") + 1].removeprefix("@")
        address = urlsplit(words[-1].removeprefix("$URL"))
        answer = client.post(
            f"{address.path}?{address.query}",
            content=shared_data("maven-crm", file).read_bytes(),
            headers=headers,
        )
        assert answer.status_code == 200, answer.text
        yield address.path.split("/")[3], answer.json()


def rows_of(file: str) -> Rows:
    with shared_data("maven-crm", file).open(newline="") as source:
        return list(csv.DictReader(source))


def assert_leads_are_the_deals(client: TestClient, deals: Rows) -> None:
    """Every deal has its owner, company, stage, value and days."""
    leads = {lead["external_id"]: lead for lead in every_lead(client)}
    assert leads.keys() == {deal["opportunity_id"] for deal in deals}
    stages = {"Prospecting": "prospect", "Engaging": "contacted", "Won": "won", "Lost": "lost"}
    for deal in deals:
        lead = leads[deal["opportunity_id"]]
        assert lead["title"] == deal["product"]
        assert lead["owner"]["name"] == deal["sales_agent"]
        assert (lead["company"] or {"name": ""})["name"] == deal["account"]
        assert lead["stage"] == stages[deal["deal_stage"]]
        assert lead["value"] == f"{int(deal['close_value'] or 0)}.00"
        assert lead["created_at"][:10] == (deal["engage_date"] or "2026-11-23")
        assert (lead["closed_at"] or "")[:10] == deal["close_date"]


def assert_the_year_is_right(client: TestClient, deals: Rows) -> None:
    """Counts and sums by month, worked out from the file alone."""
    months = client.get("/api/v1/metrics/months", params={"from": YEAR[0], "to": YEAR[-1]}).json()
    assert [month["month"] for month in months["items"]] == YEAR
    engaged = Counter(deal["engage_date"][:7] for deal in deals)
    won_later = Counter(deal["engage_date"][:7] for deal in deals if deal["deal_stage"] == "Won")
    closed: dict[str, Counter[str]] = defaultdict(Counter)
    value: Counter[str] = Counter()
    for deal in deals:
        if deal["close_date"]:
            closed[deal["deal_stage"]][deal["close_date"][:7]] += 1
            value[deal["close_date"][:7]] += int(deal["close_value"])
    for shown in months["items"]:
        month = shown["month"]
        won, lost = closed["Won"][month], closed["Lost"][month]
        assert shown["new_leads"] == engaged[month]
        assert (shown["won"], shown["lost"]) == (won, lost)
        assert shown["won_value"] == f"{value[month]}.00"
        assert shown["close_rate"] == (f"{won / (won + lost):.4f}" if won + lost else None)
        share = won_later[month] / engaged[month] if engaged[month] else None
        assert shown["conversion"] == (None if share is None else f"{share:.4f}")
    assert sum(month["new_leads"] for month in months["items"]) == 7_942
    assert sum(month["won"] for month in months["items"]) == 4_238


def every_lead(client: TestClient) -> Iterator[dict[str, Any]]:
    cursor: str | None = ""
    while cursor is not None:
        page = client.get("/api/v1/leads", params={"limit": "200", "cursor": cursor}).json()
        yield from page["items"]
        cursor = page["next_cursor"]
