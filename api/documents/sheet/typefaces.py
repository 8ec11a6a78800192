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
WITHOUT_BOLD = ("DroidSansFallback", "NotoSansSymbols2", "NotoEmoji")
UNKNOWN = "\u25a1"  # An empty box stands for what no font can draw.


class Face(Enum):
    """The fonts that a face tries first, and whether it is a heavy one."""

    TEXT = (("Inter-Regular",), False)
    MEDIUM = (("Inter-Medium",), True)
    STRONG = (("Inter-SemiBold",), True)
    DISPLAY = (("InterDisplay-SemiBold", "Inter-SemiBold"), True)
    FIGURES = (("Inter-Regular-Figures", "Inter-Regular"), False)
    FIGURES_MEDIUM = (("Inter-Medium-Figures", "Inter-Medium"), True)
    FIGURES_STRONG = (("Inter-SemiBold-Figures", "Inter-SemiBold"), True)
    HAND = (("Caveat-Regular", "Inter-Regular"), False)


class Glyph(NamedTuple):
    """A drawable character: `width` in thousandths of the size, `thicken` for a missing bold."""

    char: str
    font: str
    width: float
    thicken: bool


@cache
def font(name: str) -> EmbeddedFont:
    """Load an embedded font once, at its first use."""
    loaded = EmbeddedFont(name, str(FONTS / f"{name}.ttf"), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _chain(face: Face) -> tuple[str, ...]:
    first, is_heavy = face.value
    bold = [family for family in FALLBACKS if is_heavy and family not in WITHOUT_BOLD]
    return (*first, *(f"{name}-{'Bold' if name in bold else 'Regular'}" for name in FALLBACKS))


@lru_cache(maxsize=1 << 16)
def glyph(face: Face, char: str) -> Glyph:
    """Find the first font of the face that has the character, or an empty box instead of it."""
    heavy = face.value[1]
    for name in _chain(face):
        if ord(char) in font(name).face.charToGlyph:
            width = font(name).face.charWidths[ord(char)]
            return Glyph(char, name, width, heavy and name.startswith("DroidSans"))
    return glyph(face, UNKNOWN)


def width_of(text: str, face: Face, size: float) -> float:
    """Measure a text in points as it will be drawn."""
    return sum(glyph(face, char).width for char in text) * size / 1000
