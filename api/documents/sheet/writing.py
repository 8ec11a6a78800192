"""Text as people typed it, made into lines that can be drawn."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from api.documents.sheet.arabic import NON_JOINER, joined
from api.documents.sheet.direction import has_leftward_letters, in_visual_order, runs_leftwards
from api.documents.sheet.typefaces import Face, glyph, width_of

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
DROPPED = ("Cc", "Cf", "Cs")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is drawn; size and leading in points, colour as #RRGGBB."""

    face: Face
    size: float
    leading: float
    colour: str

    def sized(self, size: float) -> "Style":
        """Give the same style in another size."""
        return Style(self.face, size, self.leading * size / self.size, self.colour)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one font, in the order in which it is drawn."""

    font: str
    text: str
    outline: float


@dataclass(frozen=True, slots=True)
class Line:
    """One drawable line, its runs from left to right; `width` in points."""

    runs: tuple[Run, ...]
    style: Style
    width: float
    runs_leftwards: bool = False


def cleaned(text: str) -> str:
    """Compose accents, unify line ends, and drop control, direction and joining characters."""
    text = LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", "    ")
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char in "\n" + NON_JOINER or not _is_dropped(char))


def _is_dropped(char: str) -> bool:
    is_variant = "\ufe00" <= char <= "\ufe0f" or "\U000e0000" <= char <= "\U000e0fff"
    return is_variant or unicodedata.category(char) in DROPPED


def shaped(text: str) -> str:
    """Clean a text and join its Arabic letters, ready to be measured."""
    return joined(cleaned(text))


def line_of(text: str, style: Style, leftwards: bool | None = None) -> Line:
    """Make one drawable line of a shaped text without line ends.

    `leftwards` says how its paragraph reads; without it the line's own letters decide.
    """
    if not leftwards and not has_leftward_letters(text):
        return Line(_runs(text, style.face), style, width_of(text, style.face, style.size))
    leftwards = runs_leftwards(text) if leftwards is None else leftwards
    visual = in_visual_order(text, leftwards)
    width = width_of(visual, style.face, style.size)
    return Line(_runs(visual, style.face), style, width, leftwards)


def single_line(text: str, style: Style) -> Line:
    """Make one drawable line of any text, its line ends turned into spaces."""
    return line_of(" ".join(shaped(text).split()), style)


def _runs(text: str, face: Face) -> tuple[Run, ...]:
    glyphs = [glyph(face, char) for char in text]
    return tuple(
        Run(font, "".join(one.char for one in group), outline)
        for (font, outline), group in groupby(glyphs, key=lambda one: (one.font, one.outline))
    )
