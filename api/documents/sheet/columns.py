"""The columns of the lines' table: which are printed, where, and in what size."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from api.documents.sheet.model import Labels, SheetLine
from api.documents.sheet.pages import Paper
from api.documents.sheet.palette import CELL, CELL_STRONG, COLUMN_HEAD, SOFT
from api.documents.sheet.typefaces import Face, width_of
from api.documents.sheet.writing import Style, shaped

GUTTER = 11.0
UNIT_GUTTER = 4.0
LEAST_DESCRIPTION = 150.0
TIGHT_DESCRIPTION = 110.0
LEAST_SCALE = 0.62
WIDEST_UNIT = 62.0
WIDEST_POSITION = 40.0
WIDEST_NET = 110.0  # Room in the smallest size for any amount that the database can hold.
POSITION = Style(Face.FIGURES, CELL.size, CELL.leading, SOFT)
UNIT = Style(Face.TEXT, CELL.size - 0.5, CELL.leading, SOFT)


@dataclass(frozen=True, slots=True)
class Column:
    """One column between `x` and `x + width` in points; figures stand at its right edge."""

    name: str
    label: str
    style: Style
    is_right: bool
    x: float = 0
    width: float = 0
    scale: float = 1

    def text(self, line: SheetLine) -> str:
        """Read this column's text from a line."""
        return str(getattr(line, self.name))


def columns_for(lines: Sequence[SheetLine], labels: Labels, paper: Paper) -> list[Column]:
    """Give figures the room they need, smaller if there is too little; the description the rest."""
    used = [one for one in _all(labels) if _is_used(one, lines)]
    natural = {one.name: _natural(one, lines) for one in used if one.name != "description"}
    room = paper.measure - sum(map(_gutter, used[1:]))
    scale = min(1.0, (room - LEAST_DESCRIPTION) / (sum(natural.values()) or 1.0))
    scale = max(scale, LEAST_SCALE)
    scaled = {name: width * scale for name, width in natural.items()}
    net = min(scaled.pop("net", 0.0), WIDEST_NET)
    widths = {**_capped(scaled, room - TIGHT_DESCRIPTION - net), "net": net}
    widths["description"] = room - sum(widths.values())
    return _placed(used, widths, paper.left, scale)


def _all(labels: Labels) -> list[Column]:
    return [
        Column("position", labels.position, POSITION, False),
        Column("description", labels.description, CELL, False),
        Column("quantity", labels.quantity, CELL, True),
        Column("unit", "", UNIT, False),
        Column("unit_price", labels.unit_price, CELL, True),
        Column("discount", labels.discount, CELL, True),
        Column("tax", labels.tax, CELL, True),
        Column("net", labels.net, CELL_STRONG, True),
    ]


def _is_used(one: Column, lines: Sequence[SheetLine]) -> bool:
    return one.name == "description" or any(one.text(line).strip() for line in lines)


def _natural(one: Column, lines: Sequence[SheetLine]) -> float:
    label = width_of(shaped(one.label), COLUMN_HEAD.face, COLUMN_HEAD.size)
    texts = {shaped(one.text(line)) for line in lines}
    widest = max((width_of(text, one.style.face, one.style.size) for text in texts), default=0)
    most = {"unit": WIDEST_UNIT, "position": WIDEST_POSITION}.get(one.name, 10_000.0)
    return max(label, min(widest, most)) + 0.5


def _capped(widths: dict[str, float], room: float) -> dict[str, float]:
    """Narrow the widest columns to one width, so that all of them fit into the room."""
    left = room
    for done, width in enumerate(sorted(widths.values())):
        most = left / (len(widths) - done)
        if width > most:
            return {name: min(one, most) for name, one in widths.items()}
        left -= width
    return widths


def _gutter(one: Column) -> float:
    return UNIT_GUTTER if one.name == "unit" else GUTTER


def _placed(
    used: Sequence[Column], widths: dict[str, float], left: float, scale: float
) -> list[Column]:
    placed, x = [], left
    for index, one in enumerate(used):
        x += _gutter(one) if index else 0
        style = one.style.sized(one.style.size * scale)
        placed.append(replace(one, style=style, x=x, width=widths[one.name], scale=scale))
        x += widths[one.name]
    return placed
