"""A client that openapi-python-client makes from the document runs the whole loop."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.factories import Staff
from tests.serving import served

DOCUMENT = Path(__file__).parents[2] / "openapi" / "openapi.json"
PACKAGE = "throughline_client"
CONFIG = f"""\
post_hooks: []
package_name_override: {PACKAGE}
content_type_overrides:
  application/pdf: application/octet-stream
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The generated client, importable while the tests run."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "config.yaml").write_text(CONFIG)
    command = [
        str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--meta", "none",
        "--path", str(DOCUMENT), "--output-path", str(folder / PACKAGE),
        "--config", str(folder / "config.yaml"),
    ]  # fmt: skip
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


class Client:
    """The generated package, its operations and models found by the document's own names."""

    def __init__(self, address: str, key: str) -> None:
        made = importlib.import_module(PACKAGE)
        self.models: Any = importlib.import_module(f"{PACKAGE}.models")
        self.client = made.AuthenticatedClient(base_url=address, token=key)

    def ask(self, tag: str, operation: str, *path: Any, **arguments: Any) -> Any:
        """One call, typed by the generated module."""
        module = importlib.import_module(f"{PACKAGE}.api.{tag}.{operation}")
        return module.sync(*path, client=self.client, **arguments)


def test_a_generated_client_runs_the_whole_loop(package: Path, company: Staff) -> None:
    with served(company.app) as address:
        ours = Client(address, company.keys["manager"])
        with ours.client:
            run_the_whole_loop(ours)


def run_the_whole_loop(ours: Client) -> None:
    """From a lead to its paid invoice, in the generated client's own words."""
    m = ours.models
    lead = ours.ask("leads", "create_lead", body=m.LeadDraft(
        title="CNC retrofit",
        contact=m.LeadContactDraft(name="Nadia Okafor", email="nadia@northwind.example"),
        company=m.LeadCompanyDraft(name="Northwind Traders", address=m.AddressDraft(
            line1="Hafenstraße 5", postcode="20457", city="Hamburg", country="DE",
        )),
        value="1000.00",
    ))  # fmt: skip
    line = m.LineDraft(description="Kit", quantity="2", unit="pc", unit_price="500", tax_rate="19")
    quote = ours.ask("quotes", "create_quote", lead.id, body=m.QuoteDraft(lines=[line]))
    assert quote.total == "1190.00"

    sending = m.QuoteSending(to=["nadia@northwind.example"])
    sent = ours.ask("quotes", "send_quote", quote.id, body=sending)
    token = sent.public_url.rpartition("/")[2]
    yes = m.SignedAcceptance(name="Nadia Okafor", signature="Nadia Okafor")
    ours.ask("customers_link", "accept_public_quote", token, body=yes)
    assert ours.ask("leads", "get_lead", lead.id).outcome == "won"

    draft = ours.ask("invoices", "invoice_quote", quote.id)
    now = {"body": m.IssueTerms(), "if_match": "*"}
    issued = ours.ask("invoices", "issue_invoice", draft.id, **now)
    assert (issued.number, issued.balance) == ("INV-2026-0001", "1190.00")
    ours.ask("payments", "record_payment", draft.id, body=m.PaymentDraft(method="transfer"))
    assert ours.ask("invoices", "get_invoice", draft.id).status == "paid"

    month = ours.ask("metrics", "get_month", "2026-11")
    assert (month.won, month.won_value, month.collected) == (1, "1000.00", "1190.00")
    refused = ours.ask("invoices", "issue_invoice", draft.id, **now)
    assert (refused.status, refused.type_) == (409, "/problems/invoice-not-draft")
