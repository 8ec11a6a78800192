"""How much the browser fetches before a page stands, compressed, read from the built app.

A page takes the entry, the frame around it and its own part, with everything they import. What
those load only later (charts, editors, dialogs) stands in a column of its own.
"""

import gzip
import json
from functools import cache

import pytest

from api.pages import BUILT

LIMIT = 250_000
ENTRY = "index.html"
ROUTE = "src/routes/{}.tsx?tsr-split=component"
FIRST = {"/sign-in": "sign-in", "/": "_app.index"}

Parts = frozenset[str]


def test_the_first_load_stays_under_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{'KB of gzip -9, JavaScript and CSS':32s}    whole   CSS  on top   later"]
    lines.append(line("what every page begins with", needed(ENTRY), frozenset()))
    lines += [line(name, page(name), page_around(name)) for name in routes()]
    first = {path: weight(page(name), ".js") for path, name in FIRST.items()}
    for path, size in first.items():
        lines.append(f"first load of {path}: {size / 1000:.1f} of at most {LIMIT / 1000:.0f} KB")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert all(size < LIMIT for size in first.values())


def line(name: str, parts: Parts, known: Parts) -> str:
    """What one page weighs, what it adds to the pages around it, and what it may load later."""
    sizes = (
        weight(parts, ".js"),
        weight(parts, ".css"),
        weight(parts, ".js") - weight(known, ".js"),
        weight(parts | later(parts), ".js") - weight(parts, ".js"),
    )
    whole, styles, more, then = (size / 1000 for size in sizes)
    return f"{name:32s} {whole:8.1f} {styles:5.1f} {more:7.1f} {then:7.1f}"


@cache
def manifest() -> dict[str, dict[str, list[str]]]:
    """What the bundler says about its chunks: their files, and what they import."""
    written = BUILT / ".vite" / "manifest.json"
    answer: dict[str, dict[str, list[str]]] = json.loads(written.read_text("utf-8"))
    return answer


def routes() -> list[str]:
    """The names of all routes, those that lie within others after them."""
    start, _, end = ROUTE.partition("{}")
    return sorted(key[len(start) : -len(end)] for key in manifest() if key.startswith(start))


def page(name: str) -> Parts:
    """All chunks that a route needs to stand."""
    return page_around(name) | needed(ROUTE.format(name))


def page_around(name: str) -> Parts:
    """All chunks of the routes that a route lies within, and of the entry."""
    parts = name.split(".")
    around = {".".join(parts[:depth]) for depth in range(1, len(parts))} & set(routes())
    return needed(ENTRY).union(*(needed(ROUTE.format(one)) for one in around))


def needed(chunk: str) -> Parts:
    """A chunk and all that it imports."""
    found: set[str] = set()
    waiting = [chunk]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += manifest()[one].get("imports", [])
    return frozenset(found)


def later(parts: Parts) -> Parts:
    """All that chunks load when it is asked for, other routes aside."""
    own = {one for part in parts - {ENTRY} for one in manifest()[part].get("dynamicImports", [])}
    return frozenset[str]().union(*(needed(one) for one in own))


def weight(parts: Parts, ending: str) -> int:
    """Compressed bytes of the files of some chunks that end so."""
    chunks = [manifest()[part] for part in parts]
    named = {str(chunk["file"]) for chunk in chunks}
    styles = {style for chunk in chunks for style in chunk.get("css", [])}
    return sum(compressed(file) for file in named | styles if file.endswith(ending))


@cache
def compressed(file: str) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress((BUILT / file).read_bytes(), 9))
