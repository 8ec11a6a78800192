"""Paper, and how slices flow over its pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from api.documents.sheet.marks import Mark, Slice, shifted

MM = 72 / 25.4
LETTER_COUNTRIES = ("US", "CA")
NEXT_TOP = 27 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper and its margins in points, placed for a window envelope."""

    width: float
    height: float
    left: float
    right: float
    is_folded_to_din: bool

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


A4 = Paper(210 * MM, 297 * MM, 25 * MM, 20 * MM, True)
LETTER = Paper(612, 792, 24 * MM, 21 * MM, False)


def paper_for(country: str) -> Paper:
    """Print on US Letter for a seller in the United States or Canada, else on A4."""
    return LETTER if country.strip().upper() in LETTER_COUNTRIES else A4


@dataclass(slots=True)
class Flow:
    """Fills pages from `top` to `bottom`; `repeated` stands again at the head of a new page."""

    top: float
    bottom: float
    repeated: Slice | None = None
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    _is_fresh: bool = True

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.bottom - self.top

    def place(self, piece: Slice) -> None:
        """Put a slice on the page, or on the next one where it does not fit."""
        if piece.height > self.room and not self._is_fresh:
            self.turn()
        self._put(piece)
        self._is_fresh = False

    def together(self, pieces: Sequence[Slice]) -> None:
        """Keep slices on one page unless they fill more than a page."""
        height = sum(piece.height for piece in pieces)
        if height > self.room and height <= self._whole_page():
            self.turn()
        for piece in pieces:
            self.place(piece)

    def space(self, height: float) -> None:
        """Leave white space, but none at the head of a page."""
        if not self._is_fresh:
            self.top += height

    def turn(self) -> None:
        """Begin a new page."""
        if self._is_fresh and len(self.pages) > 1:
            return
        self.pages.append([])
        self.top = NEXT_TOP
        self._is_fresh = True
        if self.repeated:
            self._put(self.repeated)

    def _put(self, piece: Slice) -> None:
        self.pages[-1] += shifted(piece.marks, self.top)
        self.top += piece.height

    def _whole_page(self) -> float:
        return self.bottom - NEXT_TOP - (self.repeated.height if self.repeated else 0)
