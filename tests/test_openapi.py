"""The description of the API is current and complete."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from api.app import create_app
from api.settings import Settings
from openapi.export import COMMITTED, current

ROOT = Path(__file__).resolve().parent.parent
PROBLEM = {"$ref": "#/components/schemas/Problem"}


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    path: str
    method: str
    said: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.said.get("operationId", f"{self.method} {self.path}"))

    @property
    def answers(self) -> dict[str, dict[str, Any]]:
        responses: dict[str, dict[str, Any]] = self.said["responses"]
        return {status: said for status, said in responses.items() if status.startswith("2")}

    @property
    def contents(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Media types and what is said of them, of the body and of each success."""
        yield from self.said.get("requestBody", {}).get("content", {}).items()
        for said in self.answers.values():
            yield from said.get("content", {}).items()


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(Settings(DATABASE_URL="")).openapi()


@pytest.fixture(scope="module")
def operations(document: dict[str, Any]) -> list[Operation]:
    return [
        Operation(path, method, said)
        for path, item in document["paths"].items()
        for method, said in item.items()
    ]


def first_difference(one: str, other: str) -> str | None:
    """The first line in which two texts differ; the whole of it would be too long to read."""
    lines = zip_longest(one.splitlines(), other.splitlines())
    return next((f"{a!r} is not {b!r}" for a, b in lines if a != b), None)


def test_the_committed_description_is_what_the_code_says() -> None:
    difference = first_difference(COMMITTED.read_text("utf-8"), current())
    assert difference is None, f"Run `make generate` and commit the result: {difference}"


def test_the_same_code_is_described_in_the_same_words() -> None:
    program = "import openapi.export as e; import sys; sys.stdout.write(e.current())"
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for seed in ("1", "2")
    ]
    one, other = (run.communicate()[0] for run in runs)
    assert one
    assert first_difference(one, other) is None


def test_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert document["info"]["description"]


def test_every_operation_has_a_readable_name_of_its_own(operations: list[Operation]) -> None:
    names = Counter(operation.said["operationId"] for operation in operations)
    assert [name for name, count in names.items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


def test_every_operation_says_what_it_does(operations: list[Operation]) -> None:
    silent = [
        operation.name
        for operation in operations
        if not (operation.said.get("summary") and operation.said.get("description"))
    ]
    assert silent == []


def test_every_tag_says_what_it_is_about(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    described = {tag["name"] for tag in document["tags"] if tag["description"]}
    used = {tag for operation in operations for tag in operation.said["tags"]}
    assert used == described
    assert [o.name for o in operations if len(o.said["tags"]) != 1] == []


def test_every_operation_declares_its_errors_as_problems(operations: list[Operation]) -> None:
    for operation in operations:
        declared = set(operation.said["responses"]) - set(operation.answers)
        assert declared, operation.name
        for status in declared:
            content = operation.said["responses"][status]["content"]
            assert content["application/problem+json"]["schema"] == PROBLEM, operation.name
            assert list(content) == ["application/problem+json"], operation.name


def test_operations_say_whether_one_must_be_signed_in(operations: list[Operation]) -> None:
    for operation in operations:
        is_open = operation.said.get("security") == []
        assert is_open or "401" in operation.said["responses"], operation.name
        assert is_open == operation.path.removeprefix("/api/v1").startswith(
            ("/health", "/setup", "/auth", "/public")
        ), operation.name


def test_every_body_and_every_answer_has_an_example(operations: list[Operation]) -> None:
    without = [
        (operation.name, media_type)
        for operation in operations
        for media_type, said in operation.contents
        if media_type.startswith(("application/json", "text/"))
        and not ({"example", "examples"} & said.keys())
    ]
    assert without == []


def test_every_success_says_what_it_answers(operations: list[Operation]) -> None:
    vague = [
        operation.name
        for operation in operations
        for status, said in operation.answers.items()
        if status != "204" and not said.get("content")
    ]
    assert vague == []
    assert [operation.name for operation in operations if not operation.answers] == []


def test_every_example_is_of_its_shape(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    components = {"components": document["components"]}
    for operation in operations:
        for media_type, said in operation.contents:
            if media_type == "application/json" and "example" in said:
                schema = {**said["schema"], **components}
                validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
                faults = [error.message for error in validator.iter_errors(said["example"])]
                assert faults == [], operation.name


def test_no_field_is_called_after_a_validator(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    assert not {"HTTPValidationError", "ValidationError"} & schemas.keys()
    assert [name for name in schemas if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)] == []
