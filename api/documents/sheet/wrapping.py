"""Where a text may turn into the next line."""

import re
import unicodedata
from collections.abc import Iterator

from api.documents.sheet.direction import has_leftward_letters, runs_leftwards
from api.documents.sheet.typefaces import glyph, width_of
from api.documents.sheet.writing import (
    Line,
    Style,
    line_of,
    shaped,
    single_line,
)

IDEOGRAPHS = (
    "\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002ffff"
)
CLOSERS = "、。》」』】〕！），．：；？ー!),.:;?\\]}%"
OPENERS = "《「『【〔（(\\[{"
TURNS = re.compile(
    f" +|(?<=[{IDEOGRAPHS}{CLOSERS}])(?=[{IDEOGRAPHS}{OPENERS}])|(?<=[^\\W\\d]-)(?=[^\\W\\d])"
    f"|(?<=[{IDEOGRAPHS}])(?=\\w)|(?<=\\w)(?=[{IDEOGRAPHS}])"
)
GENTLE = "-_/.,@&=?+:;\\|"
SMALLEST = 5.0


def wrapped(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """Break a text into lines no wider than `width` points, long words in their middle."""
    lines: list[Line] = []
    for paragraph in shaped(text).strip("\n").split("\n"):
        leftwards = has_leftward_letters(paragraph) and runs_leftwards(paragraph)
        broken = _broken(paragraph.rstrip(), style, width)
        lines += [line_of(text_of_line, style, leftwards) for text_of_line in broken]
    return tuple(lines) if text.strip() else ()


def fitted(text: str, style: Style, width: float) -> Line:
    """Set a text on one line, smaller where it is wider than `width`, never wider than that."""
    line = single_line(text, style)
    if line.width <= width:
        return line
    smaller = single_line(text, style.sized(max(SMALLEST, style.size * width / line.width)))
    return smaller if smaller.width <= width + 0.01 else _cut(text, smaller.style, width)


def _cut(text: str, style: Style, width: float) -> Line:
    first = next(_broken(" ".join(shaped(text).split()), style, width - style.size))
    return line_of(f"{first}…", style)


def _broken(paragraph: str, style: Style, width: float) -> Iterator[str]:
    line, room = "", width
    for piece in _pieces(paragraph):
        needed = width_of(piece.rstrip(" "), style.face, style.size)
        if needed > room and line:
            yield line.rstrip(" ")
            line, room = "", width
        if needed > width:
            *heads, piece = _parts(piece, style, width)
            yield from heads
        line += piece
        room -= width_of(piece, style.face, style.size)
    yield line.rstrip(" ")


def _pieces(paragraph: str) -> Iterator[str]:
    """Cut a paragraph where it may turn, each piece with the spaces that follow it."""
    start = 0
    for turn in TURNS.finditer(paragraph):
        if turn.end() > start and turn.end() < len(paragraph):
            yield paragraph[start : turn.end()]
            start = turn.end()
    yield paragraph[start:]


def _parts(word: str, style: Style, width: float) -> Iterator[str]:
    """Break a word that is longer than a line into as many parts as it takes."""
    start = 0
    while (end := _reach(word, start, style, width)) < len(word.rstrip(" ")):
        yield word[start:end]
        start = end
    yield word[start:]


def _reach(word: str, start: int, style: Style, width: float) -> int:
    """Tell how far a part may go, by preference up to a sign such as a slash."""
    room, end = width * 1000 / style.size, start
    while end < len(word) and (room := room - glyph(style.face, word[end]).width) >= 0:
        end += 1
    if end == len(word):
        return end
    while end > start + 1 and unicodedata.combining(word[end]):
        end -= 1
    gentle = max(word.rfind(sign, (start + end) // 2, end) + 1 for sign in GENTLE)
    return gentle or max(end, start + 1)
