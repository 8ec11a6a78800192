"""Schemathesis reads the OpenAPI document and tries what it says, on a real server.

The caller is an administrator; the checks are all that Schemathesis has.

`THROUGHLINE_TRUST_CASES` says how many cases to make, 200 unless told; `make trust` makes 2,000.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.factories import Staff
from tests.serving import served

CASES = int(os.environ.get("THROUGHLINE_TRUST_CASES", "200"))
CONFIG = Path(__file__).with_name("schemathesis.toml")


def test_no_answer_is_undeclared_and_none_is_a_server_error(company: Staff, tmp_path: Path) -> None:
    document = company.app.openapi()
    operations = sum(len(methods) for methods in document["paths"].values())
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(for_key_holders(document)))
    with served(company.app) as address:
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            "--config-file", str(CONFIG), "run", str(path), "--url", address,
            "--header", f"Authorization: Bearer {company.keys['admin']}",
            "--checks", "all", "--phases", "examples,fuzzing,stateful",
            "--max-examples", str(max(2, CASES // operations)),
            "--generation-deterministic", "--no-color",
        ]  # fmt: skip
        run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert run.returncode == 0, run.stdout[-20_000:] + run.stderr


def for_key_holders(document: dict[str, object]) -> dict[str, object]:
    """The document as a holder of an API key reads it.

    With the cookie as a second way in, Schemathesis adds a made-up cookie to a good key and
    expects a refusal, while the key is good whatever stands beside it.
    """
    return {**document, "security": [{"key": []}]}
