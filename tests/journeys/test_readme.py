"""The first steps of the README: copied as they stand, they answer what it shows."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
HEADING = "## First steps with curl"
ADDRESS = "http://127.0.0.1:8000"
WRITTEN_IN = "-2026-"
ANSWER = "# → "
PATIENCE = 240


@dataclass
class Step:
    """Lines to copy, and the answers that the README shows under them."""

    commands: str
    answers: list[str]


def test_the_first_steps_answer_what_the_readme_shows(tmp_path: Path) -> None:
    steps = steps_of(README.read_text(encoding="utf-8"))
    assert sum(len(step.answers) for step in steps) >= 20
    with serving(tmp_path / "var") as address:
        said = run(steps, address, tmp_path)
    for step, answer in zip(steps, said, strict=True):
        for expected in step.answers:
            assert of_this_year(expected) in answer.splitlines(), f"{step.commands}\n{answer}"
    assert (tmp_path / "invoice.pdf").read_bytes().startswith(b"%PDF-")


def steps_of(text: str) -> list[Step]:
    """The bash blocks under the heading, cut behind each run of answers."""
    section = text.partition(f"\n{HEADING}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```bash\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).splitlines()
    steps: list[Step] = []
    for is_answer, group in groupby(lines, lambda line: line.startswith(ANSWER)):
        if is_answer:
            steps[-1].answers = [line.removeprefix(ANSWER) for line in group]
        else:
            steps.append(Step("\n".join(group), []))
    return steps


def run(steps: list[Step], address: str, folder: Path) -> list[str]:
    """What each step says, in one shell that ends at the first failure."""
    mark = "=== end of step ==="
    script = "\n".join(f"{step.commands}\nprintf '\\n%s\\n' '{mark}'" for step in steps)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script.replace(ADDRESS, address)],
        cwd=folder,
        env={**os.environ, "no_proxy": "127.0.0.1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.split(mark)[:-1]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A new installation that is served on a free port; answers its address."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("THROUGHLINE_", "DATABASE_"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve"],
        cwd=ROOT,
        env={**ours, "THROUGHLINE_DATA_DIR": str(folder), "PORT": "0"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stderr is not None
        greeting = process.stderr.readline()
        assert greeting.startswith("Throughline serves http://"), greeting
        yield greeting.split()[2]
    finally:
        process.kill()
        process.communicate()


def of_this_year(answer: str) -> str:
    """An answer with the numbers that documents get in the present year of the README's company."""
    year = datetime.now(ZoneInfo("Europe/Berlin")).year
    return answer.replace(WRITTEN_IN, f"-{year}-")
