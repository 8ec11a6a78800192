"""Schemathesis calls every operation of the document, with every check that it has, as the admin.

THROUGHLINE_TRUST_CASES says how many cases it tries (200); from 2,000 on it also tries every
boundary of every field, some ten thousand cases. THROUGHLINE_TRUST_SEED is where it begins.
"""

import json
import os
import subprocess
import sys
from math import ceil
from pathlib import Path
from typing import Any

from tests.api.invoices import scenes
from tests.api.operations import document, operations
from tests.api.quotes.offers import a_quote, a_sent_quote, token_of
from tests.factories import Staff, a_lead
from tests.serving import served

CASES = int(os.environ.get("THROUGHLINE_TRUST_CASES", "200"))
SEED = os.environ.get("THROUGHLINE_TRUST_SEED", "1")
IN_DEPTH = 2_000
HERE = Path(__file__).parent / "contract"


def test_every_answer_is_one_that_the_document_declares(company: Staff, tmp_path: Path) -> None:
    described = tmp_path / "openapi.json"
    described.write_text(json.dumps(document()))
    with served(company.app) as address:
        run = subprocess.run(
            [Path(sys.executable).with_name("schemathesis"), *settings(described, address)],
            env=os.environ | surroundings(company),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stdout + run.stderr
    assert tried(run.stdout) >= CASES, run.stdout


def settings(described: Path, address: str) -> list[str]:
    """How Schemathesis is called."""
    phases = ["examples", "fuzzing", "stateful", *["coverage"] * (CASES >= IN_DEPTH)]
    each = max(1, ceil(CASES / len(operations())))
    return [
        *("--config-file", str(HERE / "schemathesis.toml"), "run", str(described)),
        *("--url", address, "--checks", "all", "--phases", ",".join(phases)),
        *("--max-examples", str(each), "--seed", SEED, "--continue-on-failure"),
    ]


def surroundings(company: Staff) -> dict[str, str]:
    """What the configuration and the hooks are told of this company."""
    admin = company.client("admin")
    keys = [key["id"] for key in admin.get("/api/v1/api-keys").json()["items"]]
    return {
        "CONTRACT_KEY": company.keys["admin"],
        "CONTRACT_HOOKS": str(HERE / "hooks.py"),
        "CONTRACT_CALLER": " ".join([str(company.ids["admin"]), *keys]),
        "CONTRACT_RECORDS": json.dumps(records(company)),
    }


def records(company: Staff) -> dict[str, list[str]]:
    """Records of every kind and in every state, by the noun of their addresses."""
    admin = company.client("admin")
    lead = a_lead(admin)
    draft, sent, accepted = a_quote(admin), a_sent_quote(admin), scenes.an_accepted_quote(admin)
    bill, issued = scenes.a_draft(admin), scenes.an_invoice(admin)
    paid = {"amount": "100.00", "method": "bank_transfer"}
    payment = scenes.post(admin, f"/invoices/{issued['id']}/payments", paid, 201)
    line = {"invoice_line_id": issued["lines"][0]["id"], "quantity": "1"}
    credit = {"reason": "Returned", "lines": [line]}
    note = scenes.post(admin, f"/invoices/{issued['id']}/credit-notes", credit, 201)
    call = {"kind": "call", "body": "Said hello"}
    activity = scenes.post(admin, f"/leads/{lead['id']}/activities", call, 201)
    product = scenes.post(admin, "/products", {"name": "Kit", "unit_price": "5.00"}, 201)
    return {
        "leads": [lead["id"], sent["lead_id"]],
        "contacts": [lead["contact"]["id"]],
        "companies": [lead["company"]["id"]],
        "activities": [activity["id"]],
        "products": [product["id"]],
        "quotes": [draft["id"], sent["id"], accepted["id"]],
        "public": [token_of(sent)],
        "invoices": [bill["id"], issued["id"]],
        "payments": [payment["id"]],
        "credit-notes": [note["id"]],
        "mails": [mail["id"] for mail in scenes.get(admin, "/mails")["items"]],
        "users": [str(company.ids[who]) for who in ("rep", "viewer")],
        "pipelines": [pipeline["id"] for pipeline in scenes.get(admin, "/pipelines")["items"]],
    }


def tried(output: str) -> int:
    """How many cases Schemathesis says it generated."""
    words: list[Any] = output.rpartition("Test cases:")[2].split()
    return int(words[0])
