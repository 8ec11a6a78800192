"""The block to sign on paper, and the record of a signature that was given."""

from dataclasses import replace

from api.documents.sheet.closing import INSET, READABLE_WIDTH, on_panel
from api.documents.sheet.marks import Mark, Rule, Slice, beside, column, gap, stacked, words_at
from api.documents.sheet.model import Signed, ToSign
from api.documents.sheet.pages import MM, Paper
from api.documents.sheet.palette import BODY, HAND, HEADING, SMALL, SOFT, SUBJECT, Accent
from api.documents.sheet.pictures import picture
from api.documents.sheet.wrapping import fitted, wrapped
from api.documents.sheet.writing import Style

FIELD_GAP = 16.0
MOST_LINES = 4
MOST_DETAILS = 16
TO_WRITE_IN = 42.0
DRAWN = (58 * MM, 18 * MM)


def signature_block(signature: ToSign | Signed, paper: Paper, accent: Accent) -> list[Slice]:
    """Set the block to be kept on one page."""
    if isinstance(signature, ToSign):
        return _to_sign(signature, paper)
    return [_signed(signature, paper, accent)]


def _to_sign(block: ToSign, paper: Paper) -> list[Slice]:
    texts = (
        *column(paper.left, READABLE_WIDTH, wrapped(block.heading, HEADING, READABLE_WIDTH)),
        gap(2),
        *column(paper.left, READABLE_WIDTH, wrapped(block.sentence, BODY, READABLE_WIDTH)),
    )
    captions = (block.place_and_date, block.name, block.signature)
    width = (paper.measure - FIELD_GAP * 2) / 3
    fields = [
        _field(caption, paper.left + index * (width + FIELD_GAP), width)
        for index, caption in enumerate(captions)
    ]
    return [*texts, stacked([gap(TO_WRITE_IN), beside(*fields)])]


def _field(caption: str, x: float, width: float) -> Slice:
    rule = Slice(4, (Rule(x, 0, width, 0.6, SOFT),))
    return stacked([rule, *column(x, width, wrapped(caption, SMALL, width)[:2])])


def _signed(signed: Signed, paper: Paper, accent: Accent) -> Slice:
    left = paper.left + INSET
    width = paper.measure - 2 * INSET - DRAWN[0] - FIELD_GAP
    heading = Style(HEADING.face, HEADING.size, HEADING.leading, accent.strong)
    lines = [
        *wrapped(signed.heading, heading, width)[:MOST_LINES],
        *wrapped(signed.by, SUBJECT, width)[:MOST_LINES],
        *wrapped(signed.when, BODY, width)[:MOST_LINES],
    ]
    words = stacked(column(left, width, lines))
    hand = _hand(signed, paper.width - paper.right - INSET - DRAWN[0])
    whole = paper.measure - 2 * INSET
    small = [line for text in signed.details for line in wrapped(text, SMALL, whole)]
    details = column(left, whole, small[:MOST_DETAILS])
    return on_panel(stacked([beside(words, hand), *_under(details)]), paper, accent.tint)


def _under(details: list[Slice]) -> list[Slice]:
    return [gap(8), *details] if details else []


def _hand(signed: Signed, x: float) -> Slice:
    """Show the signature itself over a fine rule."""
    width, height = DRAWN
    marks: list[Mark] = [Rule(x, height + 3, width, 0.5, SOFT)]
    drawn = picture(signed.drawn, x, 0, width, height)
    if drawn:
        marks.append(replace(drawn, y=height - drawn.height))
    elif signed.typed:
        line = fitted(signed.typed, HAND, width)
        marks.append(words_at(x, line, height - line.style.leading))
    return Slice(height + 4, tuple(marks) if drawn or signed.typed else ())
