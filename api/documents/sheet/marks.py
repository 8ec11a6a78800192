"""What can stand on a page: words, rules, panels, pictures; and slices that hold them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from api.documents.sheet.writing import Line, Style

ASCENT = 0.74  # The capitals' height of the main face, by which a line is centred in its leading.


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its baseline, counted down from the top of its slice or page."""

    x: float
    y: float
    line: Line
    colour: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal line of `weight` points."""

    x: float
    y: float
    width: float
    weight: float
    colour: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled box with soft corners, behind everything else."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a box of points; `y` is its upper edge."""

    x: float
    y: float
    width: float
    height: float
    image: Image.Image


Mark = Words | Rule | Panel | Picture


@dataclass(frozen=True, slots=True)
class Slice:
    """A strip over the page's width that is never broken; marks count from its top."""

    height: float
    marks: tuple[Mark, ...] = ()


def shifted(marks: Iterable[Mark], down: float, right: float = 0) -> tuple[Mark, ...]:
    """Move marks down and to the right."""
    return tuple(replace(mark, x=mark.x + right, y=mark.y + down) for mark in marks)


def stacked(slices: Sequence[Slice]) -> Slice:
    """Put slices below one another into one that is not broken any more."""
    marks: list[Mark] = []
    height = 0.0
    for piece in slices:
        marks += shifted(piece.marks, height)
        height += piece.height
    return Slice(height, tuple(marks))


def beside(*slices: Slice) -> Slice:
    """Lay slices over one another with a common top."""
    marks = tuple(mark for piece in slices for mark in piece.marks)
    return Slice(max((piece.height for piece in slices), default=0), marks)


def clipped(slices: Sequence[Slice], height: float) -> Slice:
    """Stack what fits into a height, for texts that no sane document holds."""
    kept: list[Slice] = []
    for piece in slices:
        height -= piece.height
        if height < 0:
            break
        kept.append(piece)
    return stacked(kept)


def gap(height: float) -> Slice:
    """Leave white space."""
    return Slice(height)


def baseline(style: Style) -> float:
    """Tell how far below the top of its leading a line of this style stands."""
    return (style.leading + style.size * ASCENT) / 2


def words_at(x: float, line: Line, top: float = 0) -> Words:
    """Set a line from its left edge."""
    return Words(x, top + baseline(line.style), line, line.style.colour)


def words_to(right: float, line: Line, top: float = 0) -> Words:
    """Set a line up to its right edge."""
    return words_at(right - line.width, line, top)


def column(x: float, width: float, lines: Iterable[Line]) -> list[Slice]:
    """Set lines below one another, those that read leftwards from the right edge."""
    return [
        Slice(
            line.style.leading,
            (words_to(x + width, line) if line.runs_leftwards else words_at(x, line),),
        )
        for line in lines
    ]
