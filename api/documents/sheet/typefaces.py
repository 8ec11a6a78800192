"""Which embedded font draws a character, and how wide it is."""

from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from api.documents.sheet.embedding import EmbeddedFont

FONTS = Path(__file__).parent.parent / "fonts"
FALLBACKS = (
    "NotoSansHebrew",
    "NotoSansArabic",
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansThai",
    "DroidSansFallback",
    "NotoSansSymbols2",
    "NotoEmoji",
)
SCRIPTS = FALLBACKS[:6]
BOLD = 600
OUTLINES = {400: 0.0, 500: 0.016, 600: 0.035}
WITHOUT_BOLD = ("DroidSansFallback", "NotoSansSymbols2", "NotoEmoji")
UNKNOWN = "\u25a1"  # An empty box stands for what no font can draw.


class Face(Enum):
    """The fonts that a face tries first, and its weight, which the fonts after them take on."""

    TEXT = (("Inter-Regular",), 400)
    MEDIUM = (("Inter-Medium",), 500)
    STRONG = (("Inter-SemiBold",), 600)
    DISPLAY = (("InterDisplay-SemiBold", "Inter-SemiBold"), 600)
    FIGURES = (("Inter-Regular-Figures", "Inter-Regular"), 400)
    FIGURES_MEDIUM = (("Inter-Medium-Figures", "Inter-Medium"), 500)
    FIGURES_STRONG = (("Inter-SemiBold-Figures", "Inter-SemiBold"), 600)
    HAND = (("Caveat-Regular", "Inter-Regular"), 400)


class Glyph(NamedTuple):
    """A drawable character: `width` in thousandths of the size.

    `outline`, in parts of the size, thickens a font that lacks the weight.
    """

    char: str
    font: str
    width: float
    outline: float


@cache
def font(name: str) -> EmbeddedFont:
    """Load an embedded font once, at its first use."""
    loaded = EmbeddedFont(name, str(FONTS / f"{name}.ttf"), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _chain(face: Face) -> tuple[str, ...]:
    first, weight = face.value
    bold = [family for family in FALLBACKS if weight >= BOLD and family not in WITHOUT_BOLD]
    return (*first, *(f"{name}-{'Bold' if name in bold else 'Regular'}" for name in FALLBACKS))


@lru_cache(maxsize=1 << 16)
def glyph(face: Face, char: str) -> Glyph:
    """Find the first font of the face that has the character, or an empty box instead of it."""
    for name in _chain(face):
        if ord(char) in font(name).face.charToGlyph:
            width = font(name).face.charWidths[ord(char)]
            return Glyph(char, name, width, _outline(name, face))
    return glyph(face, UNKNOWN)


def _outline(name: str, face: Face) -> float:
    first, weight = face.value
    is_plain = name.startswith(SCRIPTS) and name.endswith("-Regular") and name not in first
    return OUTLINES[weight] if is_plain else 0.0


def width_of(text: str, face: Face, size: float) -> float:
    """Measure a text in points as it will be drawn."""
    return sum(glyph(face, char).width for char in text) * size / 1000
