"""The order in which a line of mixed directions is drawn: Unicode's rules for plain lines.

Explicit embeddings are not known here, since texts are cleaned of the characters that ask for them.
"""

import unicodedata
from itertools import groupby

NUMBERS = ("EN", "AN")
RIGHT = ("R", "AL")
JOINED_BY = (("CS", "EN"), ("CS", "AN"), ("ES", "EN"))
MIRRORED = dict(zip("()[]{}<>«»‹›≤≥⟨⟩", ")(][}{><»«›‹≥≤⟩⟨", strict=True))
ASSIGNED_BY_DEFAULT = "L"


def runs_leftwards(text: str) -> bool:
    """Tell by its first letter with a direction whether a paragraph reads right to left."""
    strong = (one for one in map(unicodedata.bidirectional, text) if one in ("L", *RIGHT))
    return next(strong, "L") != "L"


def has_leftward_letters(text: str) -> bool:
    """Tell whether any part of the text reads right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in (*RIGHT, "AN") for char in text
    )


def in_visual_order(text: str, leftwards: bool) -> str:
    """Arrange a line's characters from left to right, brackets turned where they read leftwards."""
    levels = _levels(text, int(leftwards))
    chars = [
        MIRRORED.get(char, char) if level % 2 else char
        for char, level in zip(text, levels, strict=True)
    ]
    order = list(range(len(chars)))
    for level in range(max(levels, default=0), 0, -1):
        order = _reversed_from(order, levels, level)
    return "".join(chars[index] for index in order)


def _reversed_from(order: list[int], levels: list[int], least: int) -> list[int]:
    """Turn each stretch of characters round whose level is at least so high (L2)."""
    turned: list[int] = []
    for is_high, group in groupby(order, key=lambda index: levels[index] >= least):
        stretch = list(group)
        turned += stretch[::-1] if is_high else stretch
    return turned


def _levels(text: str, base: int) -> list[int]:
    """Give each character its level: even ones read rightwards, odd ones leftwards (I1, I2)."""
    outer = "R" if base else "L"
    kinds = [unicodedata.bidirectional(char) or ASSIGNED_BY_DEFAULT for char in text]
    _settle_numbers(kinds, outer)
    _settle_separators(kinds)
    _settle_latin_numbers(kinds, outer)
    _settle_neutrals(kinds, outer)
    if base:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _settle_numbers(kinds: list[str], outer: str) -> None:
    """Let marks follow their letter and digits follow Arabic letters before them (W1 to W3)."""
    strong = before = outer
    for index, kind in enumerate(kinds):
        kind = before if kind == "NSM" else kind
        before = kind
        if kind in ("L", *RIGHT):
            strong = kind
        kinds[index] = "AN" if kind == "EN" and strong == "AL" else kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _settle_separators(kinds: list[str]) -> None:
    """Join signs such as points, commas and per cents to the numbers they belong to (W4 to W6)."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and (kind, after) in JOINED_BY:
            kinds[index] = after
    start = 0
    for kind, group in groupby(list(kinds)):
        end = start + len(list(group))
        if kind == "ET" and "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _settle_latin_numbers(kinds: list[str], outer: str) -> None:
    """Read numbers after Latin letters as part of them (W7)."""
    strong = outer
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _settle_neutrals(kinds: list[str], outer: str) -> None:
    """Let spaces and signs read like what stands on both sides, else like the line (N1, N2)."""
    sides = ("L", "R", *NUMBERS)
    start = 0
    for is_neutral, group in groupby(list(kinds), key=lambda kind: kind not in sides):
        end = start + len(list(group))
        if is_neutral:
            before = _side(kinds[start - 1]) if start else outer
            after = _side(kinds[end]) if end < len(kinds) else outer
            kinds[start:end] = [before if before == after else outer] * (end - start)
        start = end


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
