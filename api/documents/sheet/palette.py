"""The colours and type sizes of the sheet, and how an accent colour is made to fit them."""

import re
from dataclasses import dataclass

from api.documents.sheet.model import DEFAULT_ACCENT
from api.documents.sheet.typefaces import Face
from api.documents.sheet.writing import Style

INK = "#14181F"
TEXT = "#3A424E"
SOFT = "#667080"
HAIRLINE = "#E3E6EA"
WASHED = "#EFF0F2"
READABLE = 4.5  # Contrast of small text on white that WCAG 2.2 AA asks for.

TITLE = Style(Face.DISPLAY, 21, 26, INK)
WORDMARK = Style(Face.DISPLAY, 15, 19, INK)
SUBJECT = Style(Face.MEDIUM, 10.5, 15, INK)
HEADING = Style(Face.STRONG, 9, 13, INK)
BODY = Style(Face.TEXT, 9, 13.5, TEXT)
NAME = Style(Face.STRONG, 9.5, 13.5, INK)
ADDRESS = Style(Face.TEXT, 9.5, 13.5, INK)
LABEL = Style(Face.TEXT, 8, 12, SOFT)
VALUE = Style(Face.FIGURES_MEDIUM, 8.5, 12, INK)
SMALL = Style(Face.TEXT, 7.5, 11, SOFT)
TINY = Style(Face.TEXT, 6.5, 9.5, SOFT)
COLUMN_HEAD = Style(Face.MEDIUM, 7.5, 11, SOFT)
ITEM = Style(Face.MEDIUM, 9, 12.5, INK)
ITEM_MORE = Style(Face.TEXT, 8.25, 12, SOFT)
CELL = Style(Face.FIGURES, 8.75, 12.5, TEXT)
CELL_STRONG = Style(Face.FIGURES_MEDIUM, 8.75, 12.5, INK)
TOTAL = Style(Face.STRONG, 11.5, 17, INK)
TOTAL_AMOUNT = Style(Face.FIGURES_STRONG, 11.5, 17, INK)
HAND = Style(Face.HAND, 24, 30, INK)
WATERMARK = Style(Face.DISPLAY, 130, 130, WASHED)


@dataclass(frozen=True, slots=True)
class Accent:
    """The one colour of the sheet: strong enough to be read, and as a tint behind a panel."""

    strong: str
    tint: str


def accent_of(colour: str) -> Accent:
    """Darken a colour until it is readable on white; anything but #RRGGBB gives the default."""
    if not re.fullmatch("#[0-9A-Fa-f]{6}", colour):
        colour = DEFAULT_ACCENT
    channels = [int(colour[index : index + 2], 16) for index in (1, 3, 5)]
    while _contrast(channels) < READABLE:
        channels = [int(channel * 0.95) for channel in channels]
    return Accent(_hex(channels), _hex([round(255 - (255 - one) * 0.055) for one in channels]))


def _contrast(channels: list[int]) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _hex(channels: list[int]) -> str:
    return "#" + "".join(f"{channel:02X}" for channel in channels)
